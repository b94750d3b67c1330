'use client'

import { libellesTrouvaille, POURQUOI_SANS_NOM } from '@/domain/commun/texte-libre'
import { findingsOf } from '@/domain/maraudes/arret-brouillon'
import { Banner } from '@/ui/banner'
import { Button } from '@/ui/button'

type ScreenedFindingsProps = {
  text: string
  relus: string[]
  onChange: (relus: string[]) => void
}

/** What in a text may point to somebody, said while it is typed. A possible name may be a place: the person decides. */
export function ScreenedFindings({ text, relus, onChange }: ScreenedFindingsProps) {
  const findings = findingsOf(text, relus)
  if (findings.length === 0) return null
  const names = [...new Set(findings.flatMap(({ kind, extrait }) => (kind === 'NOM' ? [extrait] : [])))]
  return (
    <Banner
      tone="warning"
      title={`Relisez : ${findings.map(({ kind, extrait }) => `« ${extrait} » (${libellesTrouvaille[kind]})`).join(', ')}`}
      kept={POURQUOI_SANS_NOM}
      nextStep="Retirez-le du texte pour enregistrer."
      actions={names.map((name) => (
        <Button key={name} onPress={() => onChange([...relus, name])}>
          « {name} » ne désigne personne
        </Button>
      ))}
    />
  )
}
