'use client'

import { formatDatedTime, lowerFirst } from '@/domain/commun/format'
import { libelleMotif, libellesMotifFinSuivi, motifFinSuiviSchema } from '@/domain/orientations/motifs'
import { ActionForm } from '@/ui/action-form'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Select } from '@/ui/fields/select'
import { DialogForm } from '@/ui/overlays/dialog-form'
import { answer, end, propose } from '../actions'

type SuiviCardProps = {
  suivi: {
    id: string
    version: number
    responsable: { nom: string }
    autre: { nom: string } | null
    finiLe: Date | null
    finMotif: string | null
    remise: { id: string; vers: { nom: string }; demandeeLe: Date } | null
    mayChange: boolean
    mayAnswer: boolean
  }
}

const motifs = motifFinSuiviSchema.options.map((value) => ({ value, label: libellesMotifFinSuivi[value] }))

/** Who answers for the follow-up: always somebody, until its end is said. */
export function SuiviCard({ suivi }: SuiviCardProps) {
  const { responsable, finiLe, finMotif, remise } = suivi
  return (
    <Card title="Suivi">
      <p>
        Porté par <strong>{responsable.nom}</strong>
        {finiLe !== null &&
          `, fini le ${formatDatedTime(finiLe)}${finMotif === null ? '' : ` : ${lowerFirst(libelleMotif(finMotif))}`}`}
        .
      </p>
      {remise !== null && (
        <p className="text-soft">
          Relais proposé à {remise.vers.nom} le {formatDatedTime(remise.demandeeLe)}, sans réponse encore.
        </p>
      )}
      {suivi.mayAnswer && remise !== null && <Answer remiseId={remise.id} />}
      {suivi.mayChange && <Change suivi={suivi} />}
    </Card>
  )
}

function Answer({ remiseId }: { remiseId: string }) {
  return (
    <div className="flex flex-wrap gap-3">
      <ActionForm
        action={answer}
        hidden={{ id: remiseId, acceptee: 'oui' }}
        submitLabel="Prendre le relais"
        className="contents"
      />
      <ActionForm
        action={answer}
        hidden={{ id: remiseId, acceptee: 'non' }}
        submitLabel="Pas pour l’instant"
        variant="secondary"
        className="contents"
      />
    </div>
  )
}

function Change({ suivi: { id, version, autre, remise } }: SuiviCardProps) {
  return (
    <div className="flex flex-wrap gap-3">
      {autre !== null && remise === null && (
        <ActionForm
          action={propose}
          hidden={{ id, version }}
          submitLabel={`Proposer le relais à ${autre.nom}`}
          variant="secondary"
          className="contents"
        />
      )}
      <DialogForm
        title="Fin du suivi"
        renderTrigger={(open) => (
          <Button variant="quiet" onPress={open}>
            Finir le suivi
          </Button>
        )}
        action={end}
        hidden={{ id, version }}
        submitLabel="Finir le suivi"
      >
        {({ champs }) => (
          <Select name="motif" label="Motif" options={motifs} isRequired error={champs.motif?.[0]} />
        )}
      </DialogForm>
    </div>
  )
}
