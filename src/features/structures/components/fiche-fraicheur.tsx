import type { FicheStructure } from '@/domain/structures/fiche'
import { formatDateTime } from '@/domain/commun/format'
import { libellesChamp } from '@/domain/structures/libelles'
import { BadgeFraicheur } from './etats-structure'
import { ConfirmerFiche } from './confirmer-fiche'

/** When the structure last said that its sheet is right, where the rest comes from, and the button to say it again. */
export function FicheFraicheur({ fiche }: { fiche: FicheStructure }) {
  const { fraicheur, confirmeeLe, aVerifier, source } = fiche
  return (
    <>
      <p className="flex flex-wrap items-center gap-2">
        <BadgeFraicheur fraicheur={fraicheur} />
        <span className="text-sm text-soft">
          {confirmeeLe === null
            ? 'Personne de la structure n’a encore confirmé cette fiche.'
            : `le ${formatDateTime(new Date(confirmeeLe))}`}
        </span>
      </p>
      {aVerifier.length > 0 && (
        <p className="text-sm">À vérifier : {aVerifier.map((champ) => libellesChamp[champ]).join(', ')}.</p>
      )}
      {source !== null && <p className="text-sm text-soft">Source : {source}.</p>}
      {fiche.peutConfirmer && <ConfirmerFiche slug={fiche.slug} />}
    </>
  )
}
