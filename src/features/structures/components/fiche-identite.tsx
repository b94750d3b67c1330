import type { ReactNode } from 'react'
import type { FicheStructure } from '@/domain/structures/fiche'
import { libellesLangue, libellesPublic, libellesService } from '@/domain/structures/libelles'
import type { ChampAVerifier } from '@/domain/structures/listes'
import { libellesDepartement } from '@/domain/territoire/territoire'
import { Card } from '@/ui/card'
import { DescriptionList } from '@/ui/description-list'
import { Tag } from '@/ui/tag'
import { AdresseConfidentielle, AVerifier } from './etats-structure'
import { periodeEnTexte } from './periode'

/** Who runs it, where, for whom; what is not known is said so. */
export function FicheIdentite({ fiche }: { fiche: FicheStructure }) {
  return (
    <Card title="Identité">
      <DescriptionList items={[...lieuItems(fiche), ...accueilItems(fiche)]} />
    </Card>
  )
}

type Item = { term: string; detail: ReactNode }

function lieuItems(fiche: FicheStructure): Item[] {
  const departement =
    fiche.departement === '75' || fiche.departement === '93' ? libellesDepartement[fiche.departement] : ''
  return [
    { term: 'Opérateur', detail: <Fait fiche={fiche} champ="operateur" valeur={fiche.organisation} /> },
    ...(fiche.confidentiel && fiche.commune === null
      ? []
      : [{ term: 'Commune', detail: <Fait fiche={fiche} champ="commune" valeur={fiche.commune} /> }]),
    { term: 'Département', detail: departement },
    { term: 'Adresse', detail: <Adresse fiche={fiche} /> },
    ...(fiche.telephone === null ? [] : [{ term: 'Téléphone', detail: fiche.telephone }]),
    {
      term: 'Depuis',
      detail: <Fait fiche={fiche} champ="depuis" valeur={fiche.depuis?.toString() ?? null} />,
    },
    ...(fiche.financeurs.length === 0 ? [] : [{ term: 'Financeurs', detail: fiche.financeurs.join(', ') }]),
    ...(fiche.finess === null ? [] : [{ term: 'FINESS', detail: fiche.finess }]),
  ]
}

function accueilItems(fiche: FicheStructure): Item[] {
  return [
    { term: 'Publics', detail: <Mots mots={fiche.publics.map((each) => libellesPublic[each])} /> },
    { term: 'Langues', detail: <Mots mots={fiche.langues.map((each) => libellesLangue[each])} /> },
    {
      term: 'Services',
      detail: (
        <span className="flex flex-wrap items-center gap-2">
          <Mots mots={fiche.services.map((each) => libellesService[each])} />
          {fiche.aVerifier.includes('services') && <AVerifier />}
        </span>
      ),
    },
  ]
}

function Adresse({ fiche }: { fiche: FicheStructure }) {
  if (fiche.confidentiel && fiche.adresse === null) return <AdresseConfidentielle />
  return (
    <>
      <Fait fiche={fiche} champ="adresse" valeur={fiche.adresse} />
      {fiche.confidentiel && (
        <span className="mt-1 block">
          <AdresseConfidentielle />
        </span>
      )}
      {fiche.anciennesAdresses.map(({ adresse, du, au }) => (
        <span key={`${adresse}${du}`} className="block text-sm text-soft">
          {periodeEnTexte(du, au)} : {adresse}
        </span>
      ))}
    </>
  )
}

type FaitProps = { fiche: FicheStructure; champ: ChampAVerifier; valeur: string | null }

function Fait({ fiche, champ, valeur }: FaitProps) {
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      {valeur ?? <span className="text-soft">à renseigner</span>}
      {fiche.aVerifier.includes(champ) && <AVerifier />}
    </span>
  )
}

function Mots({ mots }: { mots: readonly string[] }) {
  if (mots.length === 0) return <span className="text-soft">à renseigner</span>
  return (
    <span className="flex flex-wrap gap-1.5">
      {mots.map((mot) => (
        <Tag key={mot}>{mot}</Tag>
      ))}
    </span>
  )
}
