-- Un fait que personne ne peut ouvrir est gardé tel quel : on ne sait pas qui l'a noté. Tout autre a son auteur.
ALTER TABLE "operations" ALTER COLUMN "auteur_id" DROP NOT NULL;
ALTER TABLE operations ADD CONSTRAINT operations_auteur CHECK ((auteur_id IS NULL) = (kind = 'illisible'));
ALTER TABLE operations ADD CONSTRAINT operations_illisible CHECK (kind <> 'illisible' OR verdict <> 'EN_ATTENTE');
