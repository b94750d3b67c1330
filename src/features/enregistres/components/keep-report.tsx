'use client'

import { Bookmark } from 'lucide-react'
import { Button } from '@/ui/button'
import { keep } from '../actions'
import { NameField, ReportDialog } from './report-dialog'

type KeepReportProps = { question: string; nom: string }

/** Keeps what the report on screen asks, never its figures. */
export function KeepReport({ question, nom }: KeepReportProps) {
  return (
    <ReportDialog
      title="Enregistrer ce rapport"
      renderTrigger={(open) => (
        <Button onPress={open}>
          <Bookmark aria-hidden />
          Enregistrer
        </Button>
      )}
      action={keep}
      hidden={{ question }}
    >
      {(etat) => (
        <NameField
          nom={nom}
          etat={etat}
          description="Ses chiffres seront recomptés à chaque ouverture. Une période qui bouge, comme « le trimestre dernier », suit le calendrier."
        />
      )}
    </ReportDialog>
  )
}
