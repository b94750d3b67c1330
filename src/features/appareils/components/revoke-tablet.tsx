'use client'

import { libellesRevocation, motifRevocationSchema } from '@/domain/appareils/revocation'
import { plural } from '@/domain/commun/format'
import { Banner } from '@/ui/banner'
import { Button } from '@/ui/button'
import { Select } from '@/ui/fields/select'
import { DialogForm } from '@/ui/overlays/dialog-form'
import { revoke } from '../actions'

type RevokeTabletProps = { appareil: { id: string; libelle: string | null; enAttente: number } }

const motifs = motifRevocationSchema.options.map((value) => ({ value, label: libellesRevocation[value] }))

/** Puts a tablet out of use, after saying what would go with it. */
export function RevokeTablet({ appareil: { id, libelle, enAttente } }: RevokeTabletProps) {
  const nom = libelle ?? 'Sans nom'
  return (
    <DialogForm
      title={`Retirer · ${nom}`}
      renderTrigger={(open) => (
        <Button onPress={open} aria-label={`Retirer : ${nom}`}>
          Retirer
        </Button>
      )}
      action={revoke}
      hidden={{ id }}
      submitLabel="Retirer la tablette"
      variant="danger"
    >
      {({ champs }) => (
        <>
          {enAttente > 0 && (
            <Banner
              tone="warning"
              title={`Elle garde encore ${plural(enAttente, 'fait', 'faits')}`}
              nextStep="Si vous l’avez en main, laissez-la d’abord envoyer : ce qu’elle garde sera effacé avec elle."
            />
          )}
          <p>
            À son prochain contact, elle n’enverra plus rien et effacera ce qu’elle garde. Ce qui est déjà
            reçu reste.
          </p>
          <Select name="motif" label="Pourquoi" options={motifs} isRequired error={champs.motif?.[0]} />
        </>
      )}
    </DialogForm>
  )
}
