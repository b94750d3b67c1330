-- Une prolongation que personne n'a répondue avant la fin du séjour n'attend plus : elle est sans objet, du jour du départ.

ALTER TYPE statut_prolongation ADD VALUE IF NOT EXISTS 'SANS_OBJET';
-- Une valeur neuve ne sert qu'une fois validée, et les demandes restées derrière en ont besoin tout de suite.
COMMIT;

UPDATE prolongations d SET statut = 'SANS_OBJET', repondue_le = o.modifiee_le FROM occupations o
  WHERE o.id = d.occupation_id AND o.etat <> 'EN_COURS' AND d.statut = 'DEMANDEE';

-- Un départ noté par erreur et repris la fait attendre de nouveau.
CREATE OR REPLACE FUNCTION prolongation_sans_objet() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.etat = 'EN_COURS' THEN
    UPDATE prolongations SET statut = 'DEMANDEE', repondue_le = NULL WHERE occupation_id = NEW.id AND statut = 'SANS_OBJET';
  ELSE
    UPDATE prolongations SET statut = 'SANS_OBJET', repondue_le = NEW.modifiee_le WHERE occupation_id = NEW.id AND statut = 'DEMANDEE';
  END IF;
  RETURN NULL;
END $$;
-- À la fin de la transaction : si la personne change de place, sa demande l'a suivie et n'est plus ici.
CREATE CONSTRAINT TRIGGER occupations_prolongation_sans_objet AFTER UPDATE OF etat ON occupations DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN ((OLD.etat = 'EN_COURS') <> (NEW.etat = 'EN_COURS')) EXECUTE FUNCTION prolongation_sans_objet();
