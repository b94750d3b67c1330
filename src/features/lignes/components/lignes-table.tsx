import { formatDayMonth, formatTime } from '@/domain/commun/format'
import { libellesStatutMaraude, statutMaraudeSchema } from '@/domain/maraudes/listes'
import { libellesStatutOrientation, statutOrientationSchema } from '@/domain/orientations/statuts'
import { destinationSortieSchema, libellesDestination } from '@/domain/places/place'
import { writeFigure } from '@/domain/rapports/chiffre'
import { type Column, DataTable } from '@/ui/data-table'
import { TextLink } from '@/ui/text-link'
import type { LignesLues, LigneVue } from '../queries'

type Perimetre = LignesLues['derriere']['perimetre']

const titres: Record<Perimetre, { titre: string; ou: string; quoi: string; etat: string | null }> = {
  MARAUDES: { titre: 'Maraudes', ou: 'Secteur', quoi: 'Arrêts', etat: 'État' },
  ARRETS: { titre: 'Arrêts', ou: 'Commune', quoi: 'Structure', etat: null },
  SEJOURS: { titre: 'Séjours', ou: 'Dispositif', quoi: 'Place', etat: 'Sortie vers' },
  ORIENTATIONS: { titre: 'Orientations', ou: 'Demandée par', quoi: 'À', etat: 'État' },
}

/** The rows, each with what it counts for and the way to the screen that shows it whole. */
export function LignesTable({ lues }: { lues: LignesLues }) {
  const { derriere, colonne, decimales, lignes } = lues
  const { perimetre, additionne } = derriere
  const { titre, ou, quoi, etat } = titres[perimetre]
  const optional = [
    ...(etat === null
      ? []
      : [{ key: 'etat', header: etat, renderCell: (ligne: LigneVue) => tellEtat(perimetre, ligne.etat) }]),
    ...(additionne
      ? [
          {
            key: 'valeur',
            header: colonne.libelle,
            isNumeric: true,
            renderCell: ({ valeur }: LigneVue) => writeFigure(valeur, decimales),
          },
        ]
      : []),
  ]
  const columns: readonly [Column<LigneVue>, ...Column<LigneVue>[]] = [
    { key: 'nuit', header: 'Nuit', renderCell: (ligne) => <Night perimetre={perimetre} ligne={ligne} /> },
    { key: 'ou', header: ou, renderCell: (ligne) => ligne.ou ?? '—' },
    { key: 'quoi', header: quoi, renderCell: (ligne) => ligne.quoi ?? '—' },
    ...optional,
  ]
  return (
    <DataTable caption={titre} columns={columns} rows={lignes} keyOf={({ id, nuit }) => `${nuit} ${id}`} />
  )
}

function Night({ perimetre, ligne: { nuit, debut, lien } }: { perimetre: Perimetre; ligne: LigneVue }) {
  const when = `${formatDayMonth(nuit)} ${nuit.slice(0, 4)}${debut ? `, ${formatTime(debut)}` : ''}`
  if (lien === null) return when
  return perimetre === 'ORIENTATIONS' ? (
    <TextLink href={`/orientations/${lien}`}>{when}</TextLink>
  ) : (
    <TextLink href={`/maraudes/${lien}`}>{when}</TextLink>
  )
}

/** What the base names, as screens name it; nothing when the row has none. */
function tellEtat(perimetre: Perimetre, etat: string | null): string {
  if (etat === null) return '—'
  if (perimetre === 'MARAUDES') {
    const read = statutMaraudeSchema.safeParse(etat)
    return read.success ? libellesStatutMaraude[read.data] : etat
  }
  if (perimetre === 'ORIENTATIONS') {
    const read = statutOrientationSchema.safeParse(etat)
    return read.success ? libellesStatutOrientation[read.data] : etat
  }
  const read = destinationSortieSchema.safeParse(etat)
  return read.success ? libellesDestination[read.data] : etat
}
