/** On every screen of a demonstration base: nobody may take these figures for real. */
export function DemonstrationBanner() {
  return (
    <aside
      aria-label="Nature des données"
      className="border-b border-line bg-warning-soft px-4 py-1 text-center text-sm font-semibold text-warning"
    >
      Données de démonstration
    </aside>
  )
}
