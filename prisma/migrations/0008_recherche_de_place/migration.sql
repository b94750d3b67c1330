-- Chercher une place : un besoin entre, les places qui conviennent sortent, et pour chaque autre la première règle qui s'y oppose.
-- Ce à quoi personne n'a pu répondre va au registre.

-- CreateEnum
CREATE TYPE "cause_sans_reponse" AS ENUM ('PAS_DE_PLACE', 'FERME', 'TROP_LOIN', 'ATTENTE_TROP_LONGUE', 'CRITERES', 'PAS_DE_MOYENS', 'PAS_DE_REPONSE', 'AUTRE');

-- CreateEnum
CREATE TYPE "regle_recherche" AS ENUM ('COUCHAGES', 'COUPLE', 'PUBLIC_FEMMES', 'PUBLIC_HOMMES', 'FEMMES_SEULEMENT', 'ANIMAUX', 'ACCESSIBILITE', 'SANS_DEMANDE', 'DISPOSITIF_FERME', 'PLACE_FERMEE', 'HORS_PERIODE', 'OCCUPEE', 'RESERVEE', 'PRETEE');

-- CreateTable
CREATE TABLE "besoins_sans_reponse" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "kind" "kind_besoin" NOT NULL,
    "departement" CHAR(2) NOT NULL,
    "cause" "cause_sans_reponse" NOT NULL,
    "regle" "regle_recherche",
    "personnes" SMALLINT NOT NULL,
    "femmes_seulement" BOOLEAN NOT NULL,
    "le" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "besoins_sans_reponse_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "besoins_sans_reponse_organisation_id_le_idx" ON "besoins_sans_reponse"("organisation_id", "le");

-- AddForeignKey
ALTER TABLE "besoins_sans_reponse" ADD CONSTRAINT "besoins_sans_reponse_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE besoins_sans_reponse ADD CONSTRAINT besoins_sans_reponse_territoire CHECK (departement IN ('75', '93'));
ALTER TABLE besoins_sans_reponse ADD CONSTRAINT besoins_sans_reponse_personnes CHECK (personnes BETWEEN 1 AND 20);
-- L'heure, jamais la minute : une ligne ne dit pas qui était là.
ALTER TABLE besoins_sans_reponse ADD CONSTRAINT besoins_sans_reponse_heure_ronde CHECK (le = date_trunc('hour', le, 'UTC'));
-- Une règle de recherche ne parle que d'une place où dormir.
ALTER TABLE besoins_sans_reponse ADD CONSTRAINT besoins_sans_reponse_regle CHECK (regle IS NULL OR kind = 'DORMIR');

ALTER TABLE besoins_sans_reponse ENABLE ROW LEVEL SECURITY;
CREATE POLICY besoins_sans_reponse_lecture ON besoins_sans_reponse FOR SELECT USING (
  lecteur_accompagne() AND organisation_id = lecteur_organisation());
CREATE POLICY besoins_sans_reponse_creation ON besoins_sans_reponse FOR INSERT WITH CHECK (
  lecteur_accompagne() AND organisation_id = lecteur_organisation());
CREATE POLICY besoins_sans_reponse_retrait ON besoins_sans_reponse FOR DELETE USING (
  lecteur_accompagne() AND organisation_id = lecteur_organisation());
REVOKE UPDATE ON besoins_sans_reponse FROM maillage_app;

-- Le jour de travail dont un instant sert la nuit, le début et la fin d'un séjour. Mêmes règles : domain/places/sejour.ts.
CREATE FUNCTION nuit_servie(instant timestamptz) RETURNS date LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT ((instant + interval '6 hours') AT TIME ZONE 'Europe/Paris' - interval '12 hours')::date
$$;

CREATE FUNCTION heure_de_paris(jour date, minutes integer) RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT (jour + minutes * interval '1 minute') AT TIME ZONE 'Europe/Paris'
$$;

CREATE FUNCTION debut_sejour(entree integer, pour_le date, instant timestamptz) RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT greatest(instant, heure_de_paris(coalesce(pour_le, nuit_servie(instant)), coalesce(entree, CASE WHEN pour_le IS NULL THEN 0 ELSE 720 END)))
$$;

CREATE FUNCTION fin_sejour(entree integer, sortie integer, duree_max integer, debut timestamptz) RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN duree_max IS NOT NULL THEN heure_de_paris(nuit_servie(debut) + duree_max, coalesce(sortie, 720))
    WHEN entree < sortie THEN
      heure_de_paris((debut AT TIME ZONE 'Europe/Paris')::date
        + CASE WHEN heure_de_paris((debut AT TIME ZONE 'Europe/Paris')::date, sortie) > debut THEN 0 ELSE 1 END, sortie)
  END
$$;

-- Ce qui occupe ou retient une place aujourd'hui, lu sans toucher aux séjours passés.
CREATE INDEX occupations_du_moment ON occupations (place_id) INCLUDE (etat, debut, fin, expire_le) WHERE etat IN ('TENUE', 'EN_COURS');

-- Ce qui n'est pas encore revenu des places prêtées : par dispositif, combien, à d'autres que `organisation`, et jusqu'à quelle heure.
CREATE FUNCTION places_pretees(organisation uuid, pour_le date, instant timestamptz)
RETURNS TABLE (dispositif_id uuid, reste integer, retour timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.dispositif_id, sum(greatest(0, c.places - pris.nombre))::int, min(r.retour)
  FROM contingents c
  CROSS JOIN LATERAL (SELECT coalesce(pour_le, nuit_servie(instant)) AS nuit) n
  CROSS JOIN LATERAL (SELECT heure_de_paris(n.nuit, c.retour) AS retour) r
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS nombre FROM occupations o
    WHERE o.contingent_id = c.id AND (o.etat = 'EN_COURS' OR (o.etat = 'TENUE' AND o.expire_le > instant))
  ) pris
  WHERE c.organisation_id IS DISTINCT FROM organisation
    AND c.du <= greatest(instant, heure_de_paris(n.nuit, 720)) AND (c.au IS NULL OR c.au > greatest(instant, heure_de_paris(n.nuit, 720)))
    AND (r.retour IS NULL OR r.retour > instant)
  GROUP BY c.dispositif_id
$$;

-- Une ligne par place. `regle` null : elle convient, et `rang` dit dans quel ordre la prendre (libre, puis à préparer, puis celle
-- qu'on quitte avant ; à égalité, celle dont on gâche le moins). Sinon la première règle de l'échelle : d'abord ce qu'est la place,
-- qui ne changera pas ce soir, puis ce qui s'y passe, et `jusqua` quand on le sait. Même échelle : domain/places/recherche.ts.
CREATE FUNCTION places_pour(
  personnes integer, couple boolean, animaux boolean, mobilite boolean, femmes_seulement boolean, genre text,
  pour_le date, instant timestamptz, organisation uuid,
  un_departement text DEFAULT NULL, un_kind text DEFAULT NULL, un_dispositif uuid DEFAULT NULL)
RETURNS TABLE (place_id uuid, dispositif_id uuid, regle text, jusqua timestamptz, rang integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp 
  SET plan_cache_mode = force_custom_plan SET jit = off ROWS 10000 AS $$
  WITH appareils AS MATERIALIZED (
    SELECT d.id, d.statut = 'OUVERTE' AS ouvert, d.oriente OR d.organisation_id IS NOT DISTINCT FROM places_pour.organisation AS recoit,
      debut.le AS debut, fin.le AS fin, fermeture.du IS NOT NULL AS ferme, fermeture.jusqua
    FROM dispositifs d
    LEFT JOIN regles_sejour r ON r.dispositif_id = d.id AND daterange(r.du, r.au) @> coalesce(pour_le, nuit_servie(instant))
    CROSS JOIN LATERAL (SELECT debut_sejour(r.entree, pour_le, instant) AS le) debut
    CROSS JOIN LATERAL (SELECT fin_sejour(r.entree, r.sortie, r.duree_max, debut.le) AS le) fin
    LEFT JOIN LATERAL (
      SELECT f.du, coalesce(f.au, f.fin_prevue) AS jusqua FROM fermetures f
      WHERE f.dispositif_id = d.id AND tstzrange(f.du, f.au) && tstzrange(debut.le, fin.le)
      ORDER BY coalesce(f.au, f.fin_prevue) DESC NULLS FIRST LIMIT 1
    ) fermeture ON true
    WHERE (un_departement IS NULL OR d.departement = un_departement) AND (un_kind IS NULL OR d.kind::text = un_kind)
      AND (un_dispositif IS NULL OR d.id = un_dispositif)
  ),
  fermees AS (
    SELECT DISTINCT ON (f.place_id) f.place_id, coalesce(f.au, f.fin_prevue) AS jusqua
    FROM fermetures f JOIN places p ON p.id = f.place_id JOIN appareils a ON a.id = p.dispositif_id
    WHERE f.du < coalesce(a.fin, 'infinity') AND coalesce(f.au, 'infinity') > a.debut
    ORDER BY f.place_id, coalesce(f.au, f.fin_prevue) DESC NULLS FIRST
  ),
  prises AS (
    SELECT o.place_id, bool_or(o.etat = 'EN_COURS' AND o.debut <= instant) AS habitee,
      bool_or(o.etat = 'EN_COURS' AND g.gene) AS occupee, max(o.fin) FILTER (WHERE o.etat = 'EN_COURS') AS occupee_jusqua,
      bool_or(o.etat = 'TENUE' AND g.gene) AS reservee, max(o.expire_le) FILTER (WHERE o.etat = 'TENUE' AND g.gene) AS reservee_jusqua
    FROM occupations o JOIN places p ON p.id = o.place_id JOIN appareils a ON a.id = p.dispositif_id
    CROSS JOIN LATERAL (SELECT o.debut < coalesce(a.fin, 'infinity') AND (
      o.fin IS NULL OR o.fin > a.debut OR (o.etat = 'EN_COURS' AND o.fin <= instant)) AS gene) g
    WHERE o.etat IN ('TENUE', 'EN_COURS') AND (o.etat = 'EN_COURS' OR o.expire_le > instant)
    GROUP BY o.place_id
  ),
  jugees AS MATERIALIZED (
    SELECT p.id, p.dispositif_id, p.libelle, p.prete_le, e.etre, t.moment, coalesce(prises.habitee, false) AS quittee_avant,
      CASE t.moment WHEN 'DISPOSITIF_FERME' THEN a.jusqua WHEN 'PLACE_FERMEE' THEN fermees.jusqua WHEN 'HORS_PERIODE' THEN p.au
        WHEN 'OCCUPEE' THEN prises.occupee_jusqua WHEN 'RESERVEE' THEN prises.reservee_jusqua END AS jusqua,
      (p.couchages > places_pour.personnes)::int + (p.plain_pied AND NOT mobilite)::int + (p.animaux AND NOT places_pour.animaux)::int
        + (p.public <> 'MIXTE' AND NOT femmes_seulement)::int AS inutile
    FROM places p
    JOIN appareils a ON a.id = p.dispositif_id
    LEFT JOIN fermees ON fermees.place_id = p.id
    LEFT JOIN prises ON prises.place_id = p.id
    CROSS JOIN LATERAL (SELECT CASE
      WHEN places_pour.personnes > p.couchages THEN 'COUCHAGES'
      WHEN places_pour.couple AND NOT p.couple THEN 'COUPLE'
      WHEN p.public = 'FEMMES' AND places_pour.genre IN ('HOMME', 'HOMME_TRANS') THEN 'PUBLIC_FEMMES'
      WHEN p.public = 'HOMMES' AND places_pour.genre IN ('FEMME', 'FEMME_TRANS') THEN 'PUBLIC_HOMMES'
      WHEN femmes_seulement AND p.public <> 'FEMMES' THEN 'FEMMES_SEULEMENT'
      WHEN places_pour.animaux AND NOT p.animaux THEN 'ANIMAUX'
      WHEN mobilite AND NOT p.plain_pied THEN 'ACCESSIBILITE'
      WHEN NOT a.recoit THEN 'SANS_DEMANDE'
    END AS etre) e
    CROSS JOIN LATERAL (SELECT CASE
      WHEN NOT a.ouvert OR a.ferme THEN 'DISPOSITIF_FERME'
      WHEN fermees.place_id IS NOT NULL THEN 'PLACE_FERMEE'
      WHEN p.du > a.debut OR coalesce(p.au, 'infinity') < coalesce(a.fin, 'infinity') THEN 'HORS_PERIODE'
      WHEN prises.occupee THEN 'OCCUPEE'
      WHEN prises.reservee THEN 'RESERVEE'
    END AS moment) t
    WHERE p.au IS NULL OR p.au > instant
  ),
  -- Combien restent à tous là où une part est prêtée à d'autres.
  communes AS (
    SELECT t.dispositif_id, t.retour, greatest(0, count(j.id) - t.reste) AS nombre
    FROM places_pretees(organisation, pour_le, instant) t JOIN jugees j ON j.dispositif_id = t.dispositif_id AND j.moment IS NULL
    GROUP BY t.dispositif_id, t.retour, t.reste
  ),
  bonnes AS (
    SELECT l.*, row_number() OVER (PARTITION BY l.dispositif_id ORDER BY l.rang, length(l.libelle), l.libelle) AS numero
    FROM (
      SELECT j.id, j.dispositif_id, j.libelle, j.inutile + 10 * CASE
          WHEN j.quittee_avant THEN 2
          WHEN EXISTS (SELECT FROM occupations o WHERE o.place_id = j.id AND o.a_preparer
            AND o.fin <= instant AND o.fin > coalesce(j.prete_le, '-infinity')) THEN 1
          ELSE 0 END AS rang
      FROM jugees j WHERE j.etre IS NULL AND j.moment IS NULL
    ) l
  )
  SELECT b.id, b.dispositif_id, CASE WHEN b.numero > c.nombre THEN 'PRETEE' END, CASE WHEN b.numero > c.nombre THEN c.retour END, b.rang
  FROM bonnes b LEFT JOIN communes c ON c.dispositif_id = b.dispositif_id
  UNION ALL
  SELECT j.id, j.dispositif_id, coalesce(j.etre, j.moment), CASE WHEN j.etre IS NULL THEN j.jusqua END, NULL
  FROM jugees j WHERE j.etre IS NOT NULL OR j.moment IS NOT NULL
$$;

REVOKE ALL ON FUNCTION places_pretees(uuid, date, timestamptz),
  places_pour(integer, boolean, boolean, boolean, boolean, text, date, timestamptz, uuid, text, text, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION places_pretees(uuid, date, timestamptz),
  places_pour(integer, boolean, boolean, boolean, boolean, text, date, timestamptz, uuid, text, text, uuid) TO maillage_app;

-- La même échelle et la même réponse qu'à la migration 0007, lues en un seul passage de tous les dispositifs au lieu d'une recherche
-- par place : le tableau d'un territoire de 10 000 places reste immédiat, quel que soit le nombre de séjours passés.
CREATE INDEX occupations_terminees ON occupations (fin) WHERE etat = 'TERMINEE';
CREATE INDEX occupations_tenues_heure ON occupations (expire_le) WHERE kind = 'RESERVATION';

CREATE OR REPLACE FUNCTION etat_places_a(instant timestamptz, un_dispositif uuid DEFAULT NULL)
RETURNS TABLE (
  place_id uuid, dispositif_id uuid, organisation_id uuid, statut text, jusqua timestamptz, change_le timestamptz
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  SET plan_cache_mode = force_custom_plan SET jit = off ROWS 1000 AS $$
  WITH vues AS (
    SELECT p.* FROM places p WHERE p.du <= instant AND (un_dispositif IS NULL OR p.dispositif_id = un_dispositif)
  ),
  statuts AS (
    SELECT DISTINCT ON (s.dispositif_id) s.dispositif_id, s.statut FROM etats_dispositif s
    WHERE s.depuis <= instant AND (un_dispositif IS NULL OR s.dispositif_id = un_dispositif)
    ORDER BY s.dispositif_id, s.depuis DESC
  ),
  fermetures_du_moment AS (
    SELECT f.place_id, f.dispositif_id, f.du, coalesce(f.au, f.fin_prevue) AS jusqua FROM fermetures f
    WHERE f.du <= instant AND (f.au IS NULL OR f.au > instant)
  ),
  fermees AS (
    SELECT DISTINCT ON (f.place_id) f.place_id, f.du, f.jusqua
    FROM (
      SELECT place_id, du, jusqua FROM fermetures_du_moment WHERE place_id IS NOT NULL
      UNION ALL
      SELECT v.id, m.du, m.jusqua FROM fermetures_du_moment m JOIN vues v ON v.dispositif_id = m.dispositif_id
    ) f
    ORDER BY f.place_id, f.jusqua DESC NULLS FIRST
  ),
  sejours AS (
    SELECT DISTINCT ON (o.place_id) o.place_id, o.debut, o.fin
    FROM (
      SELECT place_id, debut, fin, 0 AS ordre FROM occupations WHERE etat = 'EN_COURS' AND debut <= instant
      UNION ALL
      SELECT place_id, debut, fin, 1 FROM occupations WHERE etat = 'TERMINEE' AND fin > instant AND debut <= instant
    ) o
    WHERE un_dispositif IS NULL OR o.place_id IN (SELECT id FROM vues)
    ORDER BY o.place_id, o.ordre
  ),
  tenues AS (
    SELECT DISTINCT ON (o.place_id) o.place_id, o.debut, o.expire_le FROM occupations o
    WHERE o.kind = 'RESERVATION' AND o.expire_le > instant AND o.cree_le <= instant
      AND (o.close_le IS NULL OR o.close_le > instant) AND (o.fin IS NULL OR o.fin > instant)
      AND (un_dispositif IS NULL OR o.place_id IN (SELECT id FROM vues))
    ORDER BY o.place_id, o.debut
  )
  SELECT p.id, p.dispositif_id, p.organisation_id, e.statut,
    CASE e.statut
      WHEN 'FERMEE' THEN fermees.jusqua
      WHEN 'OCCUPEE' THEN sejours.fin
      WHEN 'RESERVEE' THEN tenues.expire_le
      WHEN 'RESERVEE_PLUS_TARD' THEN tenues.debut
    END,
    greatest(p.du, prete.le, fermees.du,
      (SELECT max(o.modifiee_le) FROM occupations o WHERE o.place_id = p.id AND o.modifiee_le <= instant))
  FROM vues p
  LEFT JOIN statuts ON statuts.dispositif_id = p.dispositif_id
  LEFT JOIN fermees ON fermees.place_id = p.id
  LEFT JOIN sejours ON sejours.place_id = p.id
  LEFT JOIN tenues ON tenues.place_id = p.id
  -- La dernière remise en état est sur la place ; on ne relit les autres que pour un instant d'avant.
  CROSS JOIN LATERAL (SELECT CASE WHEN p.prete_le <= instant THEN p.prete_le
    WHEN p.prete_le IS NOT NULL THEN (SELECT max(r.le) FROM remises_en_etat r WHERE r.place_id = p.id AND r.le <= instant) END AS le) prete
  CROSS JOIN LATERAL (
    SELECT CASE
      WHEN fermees.place_id IS NOT NULL OR statuts.statut <> 'OUVERTE' THEN 'FERMEE'
      WHEN sejours.place_id IS NOT NULL THEN 'OCCUPEE'
      WHEN tenues.debut < fin_de_nuit(instant) THEN 'RESERVEE'
      WHEN EXISTS (SELECT FROM occupations o WHERE o.place_id = p.id AND o.a_preparer AND o.fin <= instant
        AND o.fin > coalesce(prete.le, '-infinity')) THEN 'A_PREPARER'
      WHEN tenues.place_id IS NOT NULL THEN 'RESERVEE_PLUS_TARD'
      ELSE 'LIBRE'
    END AS statut
  ) e
  WHERE p.au IS NULL OR p.au > instant OR sejours.place_id IS NOT NULL
$$;
