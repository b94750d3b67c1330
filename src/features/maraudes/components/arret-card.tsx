import { formatTime, plural } from '@/domain/commun/format'
import {
  causeSansReponseSchema,
  libellesAmbiance,
  libellesBesoin,
  libellesCause,
  libellesIncident,
  libellesReponse,
  libellesStatutArret,
  messagesRdr,
  type SensMateriel,
} from '@/domain/maraudes/listes'
import { nameProfil } from '@/domain/maraudes/rencontres'
import { Card } from '@/ui/card'
import { DescriptionList } from '@/ui/description-list'
import { StatusBadge } from '@/ui/status-badge'
import type { MaraudeLue } from '../queries'

type ArretLu = MaraudeLue['arrets'][number]

/** One stop of a round, as it was logged; one that no longer counts says so. */
export function ArretCard({ arret }: { arret: ArretLu }) {
  const hours = [arret.arrivee, arret.depart].flatMap((instant) =>
    instant === null ? [] : [formatTime(instant)],
  )
  return (
    <Card
      title={arret.structure?.nom ?? arret.lieu ?? arret.commune.nom}
      note={`${arret.commune.nom} · ${hours.join(' – ')}`}
      actions={
        arret.statut !== 'ACTIF' && (
          <StatusBadge tone={arret.statut === 'EN_CONFLIT' ? 'danger' : 'neutral'}>
            {libellesStatutArret[arret.statut]}
          </StatusBadge>
        )
      }
    >
      <DescriptionList items={[...whoOf(arret), ...whatOf(arret), ...aroundOf(arret)]} />
    </Card>
  )
}

function item(term: string, lines: readonly string[]) {
  return lines.length === 0 ? [] : [{ term, detail: lines.join(' ; ') }]
}

function whoOf({ rencontres, besoins }: ArretLu) {
  const met = rencontres.map(
    (line) =>
      `${nameProfil(line)} (${plural(line.connus, 'connue', 'connues')}, ${plural(line.nouveaux, 'nouvelle', 'nouvelles')})`,
  )
  const needs = besoins.map(({ kind, personnes, reponse, cause }) => {
    const why = causeSansReponseSchema.safeParse(cause)
    const answer = why.success
      ? `sans réponse (${libellesCause[why.data].toLocaleLowerCase('fr')})`
      : libellesReponse[reponse]
    return `${libellesBesoin[kind]}, ${plural(personnes, 'personne', 'personnes')} : ${answer}`
  })
  return [...item('Rencontres', met), ...item('Besoins', needs)]
}

function whatOf({ materiels, messages }: ArretLu) {
  const units = (sens: SensMateriel) =>
    materiels.flatMap((line) => (line.sens === sens ? [`${line.quantite} × ${line.article.libelle}`] : []))
  const given = messages.map(({ carte, personnes }) => `${nameMessage(carte)} (${personnes})`)
  return [
    ...item('Donné', units('DONNE')),
    ...item('Récupéré', units('RECUPERE')),
    ...item('Dépistage', units('REALISE')),
    ...item('Messages de RdR', given),
  ]
}

function aroundOf({ ambiance, presencePoliciere, mediations, incidents, note }: ArretLu) {
  const events = incidents.map(({ kind, personnes, doses }) => {
    const given = doses > 0 ? `, ${plural(doses, 'dose', 'doses')}` : ''
    return `${libellesIncident[kind]} (${personnes}${given})`
  })
  return [
    ...item('Ambiance', ambiance === null ? [] : [libellesAmbiance[ambiance]]),
    ...item('Présence policière', presencePoliciere === null ? [] : [presencePoliciere ? 'Oui' : 'Non']),
    ...item('Médiations', mediations === 0 ? [] : [String(mediations)]),
    ...item('Incidents', events),
    ...item('Note', note === null ? [] : [note]),
  ]
}

function nameMessage(code: string): string {
  return Object.entries(messagesRdr).find(([known]) => known === code)?.[1] ?? code
}
