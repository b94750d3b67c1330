import { bindPunctuation } from '@/domain/commun/typographie'
import { Banner } from '@/ui/banner'
import { LinkButton } from '@/ui/link-button'
import { PageHeader } from '@/ui/page-header'

/** The address names no figure whose rows can be shown: why. */
export function LignesFautes({ fautes }: { fautes: readonly string[] }) {
  return (
    <>
      <PageHeader title="Lignes d’un chiffre" back={{ href: '/rapports', label: 'Rapports' }} />
      <Banner
        tone="danger"
        title="Cette adresse ne désigne les lignes d’aucun chiffre"
        kept={fautes.map((faute) => bindPunctuation(faute)).join(' ')}
        nextStep="Ouvrez un rapport, puis pressez un de ses chiffres."
        actions={<LinkButton href="/rapports">Composer un rapport</LinkButton>}
      />
    </>
  )
}
