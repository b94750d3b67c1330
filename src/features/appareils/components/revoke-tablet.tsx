'use client'

import { libellesRevocation, motifRevocationSchema } from '@/domain/appareils/revocation'
import { plural } from '@/domain/commun/format'
import { ActionForm } from '@/ui/action-form'
import { Banner } from '@/ui/banner'
import { Button } from '@/ui/button'
import { Select } from '@/ui/fields/select'
import { Dialog } from '@/ui/overlays/dialog'
import { revoke } from '../actions'

type RevokeTabletProps = { appareil: { id: string; libelle: string | null; enAttente: number } }

const motifs = motifRevocationSchema.options.map((value) => ({ value, label: libellesRevocation[value] }))

/** Puts a tablet out of use, after saying what would go with it. */
export function RevokeTablet({ appareil: { id, libelle, enAttente } }: RevokeTabletProps) {
  const nom = libelle ?? 'Sans nom'
  return (
    <Dialog
      title={`Retirer · ${nom}`}
      renderTrigger={(open) => (
        <Button onPress={open} aria-label={`Retirer : ${nom}`}>
          Retirer
        </Button>
      )}
    >
      {(close) => (
        <ActionForm
          action={revoke}
          hidden={{ id }}
          submitLabel="Retirer la tablette"
          variant="danger"
          onDone={close}
          secondary={<Button onPress={close}>Annuler</Button>}
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
        </ActionForm>
      )}
    </Dialog>
  )
}
