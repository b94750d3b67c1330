import type { CivilDate } from '@/domain/commun/civil-date'
import { formatDateTime, formatShortDate } from '@/domain/commun/format'
import { bindPunctuation } from '@/domain/commun/typographie'
import { explainSecret, tellScope } from '@/domain/rapports/fichier'
import { blocsOf, type ChapitreLu, type Livre, methode } from '@/domain/rapports/livre'
import { hasSecret } from '@/domain/rapports/section'
import { ChartPatterns } from '@/features/rapports/components/report-chart'
import { PrintButton } from '@/ui/print-button'
import { ReportBlock } from '@/features/rapports/components/report-block'
import { ReportNotices } from '@/features/rapports/components/report-notices'
import { PageHeader } from '@/ui/page-header'
import { LivreDownloads } from './livre-downloads'
import { FlowDiagram } from './flow-diagram'
import { PeriodForm } from './period-form'

type LivreScreenProps = { livre: Livre; today: CivilDate; canExport: boolean; isUnfinished: boolean }

/** A ready report on screen: its chapters with their contents list, then how its figures are made. */
export function LivreScreen({ livre, today, canExport, isUnfinished }: LivreScreenProps) {
  const { pret, periode, chapitres } = livre
  return (
    <>
      <ChartPatterns />
      <PageHeader
        title={`${pret.nom} · ${periode.libelle}`}
        lead={
          <>
            <span className="block">{bindPunctuation(tellScope(livre.organisation))}</span>
            <span className="block text-sm">
              Nuits du {formatShortDate(periode.du)} au {formatShortDate(periode.au)}, de midi à midi. Calculé
              le {formatDateTime(livre.calculeLe)}.
            </span>
          </>
        }
        back={{ href: '/rapports', label: 'Rapports' }}
        actions={
          <>
            {canExport && <LivreDownloads pret={pret} periode={periode} />}
            <PrintButton variant="secondary" />
          </>
        }
      />
      <div className="flex flex-col gap-8">
        <div data-no-print className="flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
          <PeriodForm pret={pret} periode={periode} today={today} />
          <Contents chapitres={chapitres} />
        </div>
        <ReportNotices open={livre.maraudesOuvertes} isUnfinished={isUnfinished} />
        {chapitres.map((chapitre, rang) => (
          <section
            key={chapitre.titre}
            aria-labelledby={`chapitre-${rang + 1}`}
            className="flex flex-col gap-6"
          >
            <h2
              id={`chapitre-${rang + 1}`}
              className="scroll-mt-4 border-b border-line pb-1 text-2xl font-bold"
            >
              {rang + 1}. {chapitre.titre}
            </h2>
            {blocsOf(chapitre).map((bloc) => (
              <ReportBlock key={bloc.titre} bloc={bloc} hasTables chapitre={rang + 1} />
            ))}
            {chapitre.sections.map((section) => (
              <FlowDiagram key={section.indicateur} section={section} />
            ))}
          </section>
        ))}
        <Method livre={livre} />
      </div>
    </>
  )
}

function Contents({ chapitres }: { chapitres: readonly ChapitreLu[] }) {
  return (
    <nav aria-label="Chapitres du rapport">
      <ol className="grid list-decimal gap-x-10 pl-5 text-sm bureau:grid-cols-2">
        {chapitres.map(({ titre }, rang) => (
          <li key={titre} className="py-0.5">
            <a href={`#chapitre-${rang + 1}`}>{titre}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function Method({ livre }: { livre: Livre }) {
  const isProtected = livre.chapitres.some(({ sections }) => sections.some(hasSecret))
  return (
    <section aria-labelledby="methode" className="flex max-w-prose flex-col gap-3">
      <h2 id="methode" className="text-2xl font-bold">
        Méthode
      </h2>
      <ul className="flex list-disc flex-col gap-2 pl-5 text-sm">
        {methode.map((phrase) => (
          <li key={phrase}>{bindPunctuation(phrase)}</li>
        ))}
        {isProtected && <li>{bindPunctuation(explainSecret(livre.seuils))}</li>}
      </ul>
    </section>
  )
}
