import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireViewer } from '@/auth/require-viewer'
import { formatDate, formatTime, plural } from '@/domain/commun/format'
import { can } from '@/domain/comptes/can'
import { readMaraudeId } from '@/domain/maraudes/curseur'
import { libellesMode } from '@/domain/maraudes/listes'
import { totalOf } from '@/domain/maraudes/totaux'
import { ArretCard } from '@/features/maraudes/components/arret-card'
import { MaraudeStatus } from '@/features/maraudes/components/maraude-status'
import { ReopenButton, ValidateButton } from '@/features/maraudes/components/validate-button'
import { type MaraudeLue, readMaraude } from '@/features/maraudes/queries'
import { Card } from '@/ui/card'
import { FigureTile } from '@/ui/figure-tile'
import { PageHeader } from '@/ui/page-header'

export const metadata: Metadata = { title: 'Maraude' }

export default async function MaraudePage({ params }: { params: Promise<{ id: string }> }) {
  const viewer = await requireViewer()
  const id = readMaraudeId((await params).id)
  const maraude = id === null ? null : await readMaraude(viewer, id)
  if (maraude === null) notFound()
  const { statut, organisationId, transmission, arrets } = maraude
  return (
    <>
      <PageHeader
        back={{ href: '/maraudes', label: 'Maraudes' }}
        title={`Nuit du ${formatDate(maraude.nuit)}`}
        lead={describe(maraude)}
        age={<MaraudeStatus statut={statut} />}
        actions={
          can(viewer, 'maraudes.validate', { organisationId }) && (
            <StatutButton statut={statut} id={maraude.id} />
          )
        }
      />
      <div className="flex flex-col gap-6">
        <Figures maraude={maraude} />
        {transmission !== null && (
          <Card title="Transmission">
            <p className="max-w-prose whitespace-pre-line">{transmission}</p>
          </Card>
        )}
        <h2 className="text-xl font-bold">{plural(arrets.length, 'arrêt', 'arrêts')}</h2>
        <div className="grid items-start gap-4 xl:grid-cols-2">
          {arrets.map((arret) => (
            <ArretCard key={arret.id} arret={arret} />
          ))}
        </div>
      </div>
    </>
  )
}

function StatutButton({ statut, id }: Pick<MaraudeLue, 'statut' | 'id'>) {
  if (statut === 'EN_COURS') return null
  return statut === 'CLOSE' ? <ValidateButton id={id} /> : <ReopenButton id={id} />
}

function Figures({ maraude }: { maraude: MaraudeLue }) {
  const active = maraude.arrets.filter(({ statut }) => statut === 'ACTIF')
  const total = totalOf(
    active.map(({ rencontres, materiels, besoins }) => ({ rencontres, materiel: materiels, besoins })),
  )
  return (
    <div className="grid grid-cols-2 gap-4 bureau:grid-cols-4">
      <FigureTile
        label="Personnes rencontrées"
        value={total.personnes}
        note={`dont ${total.nouvelles} nouvelles`}
      />
      <FigureTile label="Matériel donné" value={total.donnes} note="en unités" />
      <FigureTile label="Matériel récupéré" value={total.recuperes} note="en unités" />
      <FigureTile label="Besoins" value={total.besoins} note={`dont ${total.sansReponse} sans réponse`} />
    </div>
  )
}

function describe({ secteur, debut, fin, equipe, mode, partenaires }: MaraudeLue): string {
  const hours = fin === null ? `depuis ${formatTime(debut)}` : `de ${formatTime(debut)} à ${formatTime(fin)}`
  const team = `${plural(equipe, 'personne', 'personnes')} ${libellesMode[mode].toLocaleLowerCase('fr')}`
  return [secteur?.nom ?? 'Secteur non précisé', hours, team, ...partenaires].join(' · ')
}
