/** Why a command on a round did nothing. */
export type RefusMaraude =
  | 'DROIT_ABSENT'
  | 'DEJA_PRIS'
  | 'DATE_FUTURE'
  | 'MARAUDE_INTROUVABLE'
  | 'MARAUDE_VALIDEE'
  | 'HORS_MARAUDE'
  | 'STRUCTURE_INCONNUE'
  | 'ARTICLE_INCONNU'
  | 'ARRET_INTROUVABLE'
  | 'AUTRE_MARAUDE'
  | 'DEJA_CLOSE'
  | 'FIN_AVANT_DEBUT'
  | 'MARAUDE_TROP_LONGUE'
  | 'PAS_CLOSE'
  | 'PAS_VALIDEE'

/** What the person reads: what happened, what was kept. */
export const phrasesRefusMaraude: Record<RefusMaraude, string> = {
  DROIT_ABSENT: 'Ce compte n’a pas, ou plus, le droit de noter une maraude.',
  DEJA_PRIS: 'Cet identifiant appartient déjà à un autre fait.',
  DATE_FUTURE: 'L’heure est dans le futur : la tablette est mal réglée.',
  MARAUDE_INTROUVABLE: 'La maraude de ce fait n’est pas encore arrivée.',
  MARAUDE_VALIDEE: 'La maraude est déjà validée : la coordination décidera.',
  HORS_MARAUDE: 'L’heure de l’arrêt est loin de celle de la maraude.',
  STRUCTURE_INCONNUE: 'La structure de l’arrêt n’existe pas dans l’annuaire.',
  ARTICLE_INCONNU: 'Un article de matériel n’existe pas dans le catalogue.',
  ARRET_INTROUVABLE: 'L’arrêt de ce fait n’est pas encore arrivé.',
  AUTRE_MARAUDE: 'L’arrêt corrigé est celui d’une autre maraude.',
  DEJA_CLOSE: 'La maraude était déjà close autrement : les deux clôtures sont gardées.',
  FIN_AVANT_DEBUT: 'La fin vient avant le début de la maraude.',
  MARAUDE_TROP_LONGUE: 'La maraude durerait plus de vingt-quatre heures.',
  PAS_CLOSE: 'Cette maraude n’est pas close : elle ne peut pas encore être validée.',
  PAS_VALIDEE: 'Cette maraude n’est pas validée : elle est déjà ouverte aux corrections.',
}
