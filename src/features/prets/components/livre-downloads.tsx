import { Download } from 'lucide-react'
import { formatsLivre } from '@/domain/rapports/livre'
import type { Periode } from '@/domain/rapports/periode'
import { periodeQuestion, type RapportPret } from '@/domain/rapports/prets'
import { buttonClasses } from '@/ui/button-classes'

const names = { pdf: 'PDF', xlsx: 'Classeur (XLSX)', csv: 'CSV' } as const

/** The same report as files; the PDF first, which is what is sent. */
export function LivreDownloads({ pret, periode }: { pret: RapportPret; periode: Periode }) {
  return formatsLivre.map((format, rang) => (
    <a
      key={format}
      href={`/api/exports/prets/${pret.id}?${periodeQuestion(periode).toString()}&format=${format}`}
      download
      className={buttonClasses(rang === 0 ? 'primary' : 'secondary')}
    >
      <Download aria-hidden />
      {names[format]}
    </a>
  ))
}
