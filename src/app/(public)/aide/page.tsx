import type { Metadata } from 'next'
import { PageHeader } from '@/ui/page-header'
import { Prose } from '@/ui/prose'

export const metadata: Metadata = { title: 'Aide' }

export default function HelpPage() {
  return (
    <>
      <PageHeader title="Aide" lead="L’essentiel, selon ce que vous venez faire." />
      <Prose>
        <h2>En maraude, sur la tablette</h2>
        <ul>
          <li>Ouvrez « Terrain », commencez la maraude, ajoutez un arrêt à chaque endroit où vous restez.</li>
          <li>
            Comptez les personnes par profil, le matériel donné et récupéré, avec − et + : un appui long fait
            défiler. Aucun nom, jamais ; une personne peut être servie sans qu’on note quoi que ce soit
            d’elle.
          </li>
          <li>
            Quelqu’un a besoin d’une place maintenant : demandez-la depuis l’arrêt. La structure la voit
            aussitôt.
          </li>
          <li>
            Sans réseau, continuez : chaque geste est gardé sur la tablette et part tout seul ensuite. Le
            bandeau dit ce qui est sur la tablette et ce qui est reçu ; l’écran « Envois » dit pourquoi un
            fait attend. Fermer l’application, changer de personne ou perdre sa session n’efface rien.
          </li>
          <li>
            Votre code personnel ferme ce que vous avez noté aux autres personnes de la tablette. Il ne
            remplace pas le verrouillage de l’écran : une tablette perdue se signale aussitôt à votre
            coordination.
          </li>
          <li>
            Après 18 h l’écran s’assombrit de lui-même. Le bouton en haut à droite permet d’en décider
            autrement.
          </li>
        </ul>
        <h2>À la coordination des maraudes</h2>
        <ul>
          <li>
            « Maraudes, Planning » : prévoyez qui va où, semaine par semaine. Vous voyez le secteur et l’heure
            des autres associations, les secteurs sous leur objectif et ceux où deux équipes se croisent.
          </li>
          <li>
            « Journée » est le rapport de la nuit, de midi à midi, fait de ce que les tablettes ont envoyé :
            rien à retaper, et il s’imprime.
          </li>
          <li>
            « Quarantaine » : un fait qu’une règle refuse y attend votre décision. Corrigez-le, gardez-le, ou
            écartez-le en disant pourquoi ; le texte reçu n’est jamais effacé.
          </li>
          <li>
            « Tablettes » : enrôlez-en une avec un code, voyez ce que chacune garde encore, retirez-la si elle
            est perdue.
          </li>
        </ul>
        <h2>Dans une structure</h2>
        <ul>
          <li>« Places » montre ce qui est libre ce soir, par dispositif, avec l’âge de chaque chiffre.</li>
          <li>
            « Orientations » liste les demandes reçues et envoyées. Accepter tient une place jusqu’à une heure
            dite.
          </li>
          <li>
            À l’arrivée, admettez la personne ; à son départ, terminez le séjour : la place redevient libre
            pour tous.
          </li>
        </ul>
        <h2>À la MMPCR</h2>
        <ul>
          <li>
            « Carte » et « Rapports » couvrent les deux départements, avec la définition de chaque chiffre.
          </li>
          <li>
            Les petits effectifs sont masqués, à l’écran comme dans les exports, pour que nul ne soit
            reconnaissable.
          </li>
        </ul>
        <h2>Au clavier</h2>
        <ul>
          <li>
            Tabulation et Maj + Tabulation passent d’un élément à l’autre ; le premier arrêt saute au contenu.
          </li>
          <li>Les flèches parcourent une liste ouverte, un groupe de choix, un menu ; Échap referme.</li>
          <li>Un tableau plus large que l’écran défile avec les flèches une fois qu’il est choisi.</li>
        </ul>
        <h2>Un compte, un blocage</h2>
        <p>
          Les comptes sont ouverts et fermés par la personne qui administre Maillage dans votre organisation :
          c’est à elle qu’il faut s’adresser pour un accès perdu ou un droit qui manque.
        </p>
      </Prose>
    </>
  )
}
