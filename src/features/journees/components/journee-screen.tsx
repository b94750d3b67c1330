import { formatDuration, formatTime, plural } from '@/domain/commun/format'
import { Banner } from '@/ui/banner'
import { EmptyState } from '@/ui/empty-state'
import { FigureTile } from '@/ui/figure-tile'
import type { Journee } from '../queries'
import { BilanDetails } from './bilan-details'
import { EquipeCard } from './equipe-card'

/** The report of a day of work: together, then team by team. Nothing in it was typed for it. */
export function JourneeScreen({ journee: { equipes, bilan, nonRecues } }: { journee: Journee }) {
  return (
    <div className="flex flex-col gap-6">
      {nonRecues.length > 0 && (
        <Banner
          tone="warning"
          title={plural(
            nonRecues.length,
            'maraude prévue n’est pas arrivée',
            'maraudes prévues ne sont pas arrivées',
          )}
          kept={nonRecues
            .map(({ equipe, secteur, debut }) => `${equipe}, ${secteur}, ${formatTime(debut)}`)
            .join(' ; ')}
          nextStep="Une tablette les garde peut-être encore : voir Tablettes."
        />
      )}
      {equipes.length === 0 ? (
        <EmptyState title="Aucune maraude reçue">
          Le rapport se remplit tout seul, à mesure que les tablettes envoient.
        </EmptyState>
      ) : (
        <>
          <div className="grid grid-cols-2 gap-4 bureau:grid-cols-4">
            <FigureTile
              label="Maraudes"
              value={bilan.maraudes}
              note={`${plural(bilan.arrets, 'arrêt', 'arrêts')}, ${formatDuration(bilan.minutes)}`}
            />
            <FigureTile
              label="Personnes rencontrées"
              value={bilan.personnes}
              note={`dont ${bilan.nouvelles} nouvelles, ${bilan.femmes} femmes`}
            />
            <FigureTile label="Matériel donné" value={bilan.donnes} note={`${bilan.recuperes} récupérés`} />
            <FigureTile
              label="Besoins"
              value={bilan.besoins}
              note={`dont ${bilan.sansReponse} sans réponse`}
            />
          </div>
          <BilanDetails bilan={bilan} />
          {equipes.map((equipe) => (
            <EquipeCard key={equipe.equipe} equipe={equipe} />
          ))}
        </>
      )}
    </div>
  )
}
