-- Chaque appareil connu d'un compte a son propre compte d'essais : on garde son empreinte, et non un simple oui.
ALTER TABLE "tentatives" DROP COLUMN "appareil_connu", ADD COLUMN "appareil" TEXT;
CREATE INDEX "tentatives_appareil_le_idx" ON "tentatives"("appareil", "le");
CREATE INDEX "tentatives_le_idx" ON "tentatives"("le");

-- Un code à six chiffres ne sert qu'une fois : le dernier pas de temps accepté.
ALTER TABLE "comptes" ADD COLUMN "totp_pas" INTEGER;
ALTER TABLE comptes ADD CONSTRAINT comptes_totp_pas CHECK (totp_pas IS NULL OR totp IS NOT NULL);

-- La liste du journal se lit du plus récent au plus ancien, par pages, et par action.
CREATE INDEX "journal_action_le_id_idx" ON "journal"("action", "le", "id");
DROP INDEX "journal_le_idx";
CREATE INDEX "journal_le_id_idx" ON "journal"("le", "id");
