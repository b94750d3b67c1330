import { formatDatedTime, lowerFirst } from '@/domain/commun/format'
import { libellesSituation } from '@/domain/commun/profil'
import { libellesPortee, porteeConsentementSchema } from '@/domain/orientations/demande'
import { libelleMotif, libelleSuite } from '@/domain/orientations/motifs'
import { motsBesoins, phraseEcheance, phraseProfil } from '@/domain/orientations/phrases'
import { libellesCote } from '@/domain/orientations/statuts'
import { nameDispositif } from '@/domain/structures/nom-dispositif'
import { Card } from '@/ui/card'
import { DescriptionList } from '@/ui/description-list'
import type { FicheOrientation } from '../queries'

/** All that the two sides share about one request, and nothing more. */
export function FicheOrientationCard({ fiche }: { fiche: FicheOrientation }) {
  return (
    <Card title="La demande">
      <DescriptionList items={[...requestItems(fiche), ...personItems(fiche), ...followUpItems(fiche)]} />
    </Card>
  )
}

type Item = { term: string; detail: string }

function requestItems(fiche: FicheOrientation): Item[] {
  const { prescripteur, receveur } = fiche
  const needs = motsBesoins(fiche)
  return [
    { term: 'Pour', detail: phraseProfil(fiche) },
    { term: 'Quand', detail: phraseEcheance(fiche) },
    ...(needs.length === 0 ? [] : [{ term: 'Besoins', detail: needs.join(', ') }]),
    { term: 'De', detail: `${prescripteur.nom} (${prescripteur.departement})` },
    {
      term: 'Vers',
      detail:
        receveur === null ? 'Toute place qui convient' : nameDispositif(receveur.structure.nom, receveur.nom),
    },
    { term: 'Souhait exprimé', detail: formatDatedTime(fiche.souhaitLe) },
  ]
}

function personItems({ personne, consentement }: FicheOrientation): Item[] {
  if (personne === null) return [{ term: 'Code', detail: 'Aucun : la personne est servie sans dossier' }]
  const portee = porteeConsentementSchema.safeParse(consentement?.portee)
  return [
    { term: 'Code', detail: `${personne.code} · ${libellesSituation[personne.situation]}` },
    ...(consentement === null
      ? []
      : [
          {
            term: 'Accord',
            detail: `${portee.success ? libellesPortee[portee.data] : ''} (${formatDatedTime(consentement.le)})`,
          },
        ]),
  ]
}

function followUpItems({ responsable, suiviFiniLe, motif, motifCote, suite }: FicheOrientation): Item[] {
  return [
    {
      term: 'Suivi porté par',
      detail:
        suiviFiniLe === null
          ? responsable.nom
          : `${responsable.nom}, jusqu’au ${formatDatedTime(suiviFiniLe)}`,
    },
    ...(motif === null || motifCote === null
      ? []
      : [{ term: 'Motif', detail: `${libelleMotif(motif)} (${lowerFirst(libellesCote[motifCote])})` }]),
    ...(suite === null ? [] : [{ term: 'Suite proposée', detail: libelleSuite(suite) }]),
  ]
}
