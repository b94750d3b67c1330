import type { Metadata } from 'next'
import { PageHeader } from '@/ui/page-header'
import { Prose } from '@/ui/prose'

export const metadata: Metadata = { title: 'Accessibilité' }

export default function AccessibilityPage() {
  return (
    <>
      <PageHeader title="Déclaration d’accessibilité" />
      <Prose>
        <p>
          Maillage est <strong>non conforme</strong> au référentiel général d’amélioration de l’accessibilité
          (RGAA 4.1) : aucun audit complet n’a encore été fait, et sans audit on ne peut rien affirmer de
          mieux.
        </p>
        <h2>Ce qui est fait</h2>
        <ul>
          <li>
            Les écrans sont vérifiés automatiquement (axe) avant chaque version, dans un vrai navigateur.
          </li>
          <li>
            Tout se fait au clavier ; l’élément choisi est toujours visible ; un lien mène droit au contenu.
          </li>
          <li>
            Les contrastes des textes atteignent 4,5 pour 1 et ceux des bordures de champs 3 pour 1, en clair
            comme en sombre ; un contraste renforcé se choisit dans « Apparence ».
          </li>
          <li>Un état n’est jamais dit par la seule couleur : il a un mot et un signe.</li>
          <li>
            La police Atkinson Hyperlegible Next distingue les lettres et les chiffres qui se ressemblent.
          </li>
          <li>
            Les animations cessent quand l’appareil le demande ; le texte s’agrandit à 200 % sans rien perdre.
          </li>
        </ul>
        <h2>Ce qui manque</h2>
        <ul>
          <li>Des essais avec des lecteurs d’écran par des personnes qui s’en servent tous les jours.</li>
          <li>
            La carte n’est pas utilisable sans la vue : la liste placée à côté d’elle donne les mêmes lieux et
            les mêmes chiffres.
          </li>
        </ul>
        <h2>Signaler un obstacle</h2>
        <p>
          Dites-le à la personne qui administre Maillage dans votre organisation, qui transmettra. Sans
          réponse, vous pouvez saisir le Défenseur des droits (
          <a href="https://formulaire.defenseurdesdroits.fr/">formulaire.defenseurdesdroits.fr</a>, ou
          09&nbsp;69&nbsp;39&nbsp;00&nbsp;00).
        </p>
      </Prose>
    </>
  )
}
