/** First stop of the keyboard: past the navigation, to what the page is for. */
export function SkipLink() {
  return (
    <a
      href="#contenu"
      data-no-print
      className="fixed top-2 left-2 z-50 -translate-y-20 rounded-control bg-accent px-4 py-3 font-semibold text-on-accent focus:translate-y-0"
    >
      Aller au contenu
    </a>
  )
}
