-- Le fait qui a clos la maraude. De deux clôtures, la première faite (plus petit identifiant) vaut, quel que soit l'ordre d'arrivée.
ALTER TABLE "maraudes" ADD COLUMN "cloture_id" UUID;
