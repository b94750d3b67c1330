-- Une prolongation qui attend suit le séjour : la personne change de place, sa demande aussi, et celui qui héberge y répond là où elle est.

-- Celles restées derrière rejoignent la place d'aujourd'hui ; la plus récente seulement, s'il y en a plusieurs.
WITH RECURSIVE chaine AS (
  SELECT d.id AS prolongation, d.demandee_le, d.occupation_id AS id FROM prolongations d WHERE d.statut = 'DEMANDEE'
  UNION ALL
  SELECT c.prolongation, c.demandee_le, o.id FROM chaine c JOIN occupations o ON o.suite_de_id = c.id
), derniere AS (
  SELECT DISTINCT ON (c.id) c.prolongation, c.id FROM chaine c JOIN occupations o ON o.id = c.id
    WHERE o.etat = 'EN_COURS' ORDER BY c.id, c.demandee_le DESC
)
UPDATE prolongations d SET occupation_id = l.id FROM derniere l
  WHERE d.id = l.prolongation AND d.occupation_id <> l.id
    AND NOT EXISTS (SELECT FROM prolongations a WHERE a.occupation_id = l.id AND a.statut = 'DEMANDEE');

CREATE FUNCTION prolongation_suit_le_sejour() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE prolongations SET occupation_id = NEW.id WHERE occupation_id = NEW.suite_de_id AND statut = 'DEMANDEE';
  RETURN NULL;
END $$;
CREATE TRIGGER occupations_prolongation_suit AFTER INSERT ON occupations
  FOR EACH ROW WHEN (NEW.suite_de_id IS NOT NULL) EXECUTE FUNCTION prolongation_suit_le_sejour();

-- On ne demande plus de jours pour quelqu'un qui n'est plus là. Le verrou attend celui qui le déplace au même instant.
CREATE FUNCTION prolongation_d_un_present() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM FROM occupations o WHERE o.id = NEW.occupation_id AND o.kind = 'SEJOUR' AND o.etat = 'EN_COURS' FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'le séjour est fini, constraint "prolongations_d_un_present"' USING ERRCODE = 'check_violation', CONSTRAINT = 'prolongations_d_un_present', TABLE = 'prolongations';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER prolongations_d_un_present BEFORE INSERT ON prolongations
  FOR EACH ROW WHEN (NEW.statut = 'DEMANDEE') EXECUTE FUNCTION prolongation_d_un_present();

-- Celle qui attend est toujours au séjour d'aujourd'hui : plus de chaîne à suivre pour repousser sa fin permise.
CREATE OR REPLACE FUNCTION prolongation_accordee() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE occupations SET fin_maximale = (fin_maximale AT TIME ZONE 'Europe/Paris' + make_interval(days => NEW.jours)) AT TIME ZONE 'Europe/Paris'
    WHERE id = NEW.occupation_id AND etat = 'EN_COURS';
  RETURN NULL;
END $$;
