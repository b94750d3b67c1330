import type { Metadata } from 'next'
import { PageHeader } from '@/ui/page-header'
import { Prose } from '@/ui/prose'

export const metadata: Metadata = { title: 'Confidentialité' }

export default function PrivacyPage() {
  return (
    <>
      <PageHeader
        title="Confidentialité"
        lead="Ce qui est gardé, pourquoi, combien de temps, et ce qui ne l’est jamais."
      />
      <Prose>
        <h2>Ce qui n’est jamais enregistré</h2>
        <p>
          Ni nom, ni date de naissance, ni pièce d’identité, ni photographie, ni dossier de santé. Ni point de
          vente, ni vendeur, ni donnée de police. Ni position exacte d’une personne, ni liste de personnes
          partagée entre organisations.
        </p>
        <h2>Ce qui est gardé</h2>
        <ul>
          <li>
            Les maraudes : heures, communes, matériel, nombre de personnes par profil. Elles servent à couvrir
            le territoire et à rendre compte.
          </li>
          <li>
            Les places, les séjours et les orientations : elles servent à trouver où dormir, se soigner, se
            reposer, et à mesurer l’attente.
          </li>
          <li>
            Une <em>personne</em> est un code tiré au hasard, tenu par une seule organisation : tranche d’âge,
            genre, situation déclarée, besoin. Une autre organisation ne le voit que dans une orientation,
            avec un consentement noté, et jusqu’à sa clôture.
          </li>
          <li>Les comptes de travail : courriel, rôle, organisation, et le journal de ce qui a été fait.</li>
        </ul>
        <h2>Combien de temps</h2>
        <ul>
          <li>
            Personnes et détails des orientations : deux ans après le dernier contact, puis seuls les comptes
            restent.
          </li>
          <li>Journal : six mois lisible, puis scellé un an.</li>
        </ul>
        <p>
          Ce sont les durées retenues ; la suppression automatique n’est pas encore en service dans cette
          version, elle se fait à la demande de l’organisation.
        </p>
        <h2>Les chiffres publiés</h2>
        <p>
          Une case trop petite est masquée, ainsi que celles qui permettraient de la retrouver par
          soustraction. Les lieux des scènes sont arrondis avant de quitter le serveur.
        </p>
        <h2>Sur votre appareil</h2>
        <p>
          Un cookie de session, nécessaire pour rester connecté, et vos choix d’apparence. Aucune mesure
          d’audience, aucun contenu venu d’un autre site : les fonds de carte passent par notre serveur.
        </p>
        <h2>Vos droits</h2>
        <p>
          Accès, rectification, effacement, limitation, opposition : auprès du délégué à la protection des
          données de l’organisation qui tient le dossier. Une réclamation peut être adressée à la CNIL.
        </p>
      </Prose>
    </>
  )
}
