/** On every screen of a demonstration base: nobody may take these figures for real. */
export function DemonstrationBanner() {
  return (
    <aside
      aria-label="Nature des données"
      className="sticky top-0 z-30 flex h-(--banner) items-center justify-center border-b border-line bg-warning-soft px-4 text-sm font-semibold text-warning print:static print:mb-6"
    >
      Données de démonstration
    </aside>
  )
}
