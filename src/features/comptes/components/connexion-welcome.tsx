import { HeartHandshake, ShieldCheck, TabletSmartphone } from 'lucide-react'

const promises = [
  { icon: HeartHandshake, text: 'Ce qui se passe dans la rue trouve une place, la nuit même.' },
  { icon: ShieldCheck, text: 'Aucun nom : on compte des rencontres, on ne fiche personne.' },
  { icon: TabletSmartphone, text: 'La tablette garde tout, même sans réseau.' },
] as const

/** What Maillage is, for who opens it the first time. */
export function ConnexionWelcome() {
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-col gap-3">
        <h1 className="text-2xl font-bold tracking-tight sm:text-[2.25rem] sm:leading-[2.5rem]">
          Entre la rue et l’accueil, personne ne passe à travers les mailles.
        </h1>
        <p className="text-lg text-soft">
          Maillage coordonne les maraudes et les places à Paris et en Seine-Saint-Denis, auprès des personnes
          qui consomment des drogues et vivent dehors.
        </p>
      </div>
      <ul className="hidden flex-col gap-3 bureau:flex">
        {promises.map(({ icon: Icon, text }) => (
          <li key={text} className="flex items-center gap-3">
            <span className="flex size-10 shrink-0 items-center justify-center rounded-full bg-accent-soft text-accent">
              <Icon aria-hidden className="size-5" />
            </span>
            {text}
          </li>
        ))}
      </ul>
    </div>
  )
}
