import type { CivilDate } from '@/domain/commun/civil-date'
import { bindPunctuation } from '@/domain/commun/typographie'
import type { Demande } from '@/domain/rapports/demande'
import { Banner } from '@/ui/banner'
import { Card } from '@/ui/card'
import { LinkButton } from '@/ui/link-button'
import { PageHeader } from '@/ui/page-header'
import { ReadyReports } from './ready-reports'
import { ReportForm } from './report-form'

type CatalogueScreenProps = {
  today: CivilDate
  demande: Demande
  fautes: readonly string[]
  isSubmitted: boolean
  /** may ask for files of rows */
  hasRows: boolean
}

/** The catalogue of figures: what each counts, and the form that makes a report of them. */
export function CatalogueScreen({ today, demande, fautes, isSubmitted, hasRows }: CatalogueScreenProps) {
  return (
    <>
      <PageHeader
        title="Rapports"
        lead="Chaque chiffre est compté au moment où vous le demandez, sur les lignes que montrent les écrans. Il n’en existe pas d’autre copie."
      />
      <div className="flex flex-col gap-6">
        {fautes.length > 0 && (
          <Banner
            tone="danger"
            title="Cette adresse ne désigne aucun rapport"
            kept={
              <ul className="list-disc pl-5">
                {fautes.map((faute) => (
                  <li key={faute}>{bindPunctuation(faute)}</li>
                ))}
              </ul>
            }
            nextStep="Rien n’a été compté. Choisissez ci-dessous, ou corrigez l’adresse."
          />
        )}
        {fautes.length === 0 && isSubmitted && (
          <Banner
            tone="info"
            title="Aucun chiffre n’est coché"
            nextStep="Cochez au moins un chiffre du catalogue."
          />
        )}
        <Card title="Rapports prêts" note="À l’écran, en PDF, en classeur et en CSV">
          <ReadyReports today={today} />
        </Card>
        <Card title="Rapports enregistrés" note="Les vôtres, et ceux que votre organisation partage">
          <LinkButton href="/rapports/enregistres" className="self-start">
            Ouvrir un rapport enregistré
          </LinkButton>
        </Card>
        {hasRows && (
          <Card
            title="Exports de lignes"
            note="Maraudes, arrêts, séjours, orientations : ligne par ligne, en fichier"
          >
            <LinkButton href="/rapports/exports" className="self-start">
              Demander ou reprendre un fichier
            </LinkButton>
          </Card>
        )}
        <Card title="Composer un rapport" note="Catalogue des chiffres et leurs définitions">
          <ReportForm today={today} demande={demande} hasDefinitions />
        </Card>
      </div>
    </>
  )
}
