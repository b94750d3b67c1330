/** What each rule of the base asks of a round and its stops, by the name of its constraint. Limits: migrations 0001 and 0029. */
export const reglesDeLaBase: Readonly<Record<string, string>> = {
  maraudes_ordre: 'La maraude ne finit pas après son début, ou dure plus de 24 heures',
  maraudes_epoque: 'La maraude est d’avant 2020',
  maraudes_equipe: 'L’équipe n’est pas de 1 à 30 personnes',
  maraudes_close_finie: 'La maraude est close sans heure de fin, ou l’inverse',
  maraudes_transmission: 'La transmission dépasse 4 000 signes',
  maraudes_nuit: 'La nuit de la maraude n’est pas celle de son début',
  arrets_ordre: 'L’arrêt ne finit pas après son arrivée, ou dure plus de 12 heures',
  arrets_epoque: 'L’arrêt est d’avant 2020',
  arrets_mediations: 'Les médiations ne sont pas de 0 à 100',
  arrets_textes: 'La note dépasse 1 000 signes, ou le lieu 80',
  arrets_correction: 'L’arrêt se corrige lui-même',
  rencontres_nombre: 'Un profil compte zéro personne, ou plus de 500',
  materiels_quantite: 'Une quantité de matériel n’est pas de 1 à 5 000, une fois les kits ouverts',
  materiels_test_realise: 'Un test est donné ou récupéré, ou du matériel « réalisé »',
  besoins_personnes: 'Un besoin n’est pas de 1 à 100 personnes',
  besoins_cause: 'Un besoin sans réponse n’a pas de cause, ou l’inverse',
  incidents_nombres: 'Un incident compte plus de 100 personnes, ou plus de 50 doses',
}

/** Why the base refused an act, in words; the rule's name follows, for whoever is asked for help. */
export function motifDeLaBase(regle: string | undefined): string {
  if (regle === undefined) return 'Une règle de la base le refuse'
  return `${reglesDeLaBase[regle] ?? 'Une règle de la base le refuse'} (${regle})`
}
