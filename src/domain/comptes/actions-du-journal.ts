/** How the journal names what was done. An action absent from here is shown as it is written. */
const libelles: Readonly<Record<string, string>> = {
  'comptes.sign-in': 'Connexion',
  'comptes.sign-out': 'Déconnexion',
  'comptes.revoke': 'Fermeture des sessions d’un compte',
  'comptes.create-admin': 'Création d’un compte d’administration',
  'appareils.open': 'Code d’enrôlement d’une tablette',
  'appareils.enrol': 'Enrôlement d’une tablette',
  'appareils.revoke': 'Retrait d’une tablette',
  'quarantaine.decide': 'Décision sur un fait en quarantaine',
  'planning.plan': 'Maraude prévue',
  'planning.change': 'Maraude prévue changée',
  'planning.cancel': 'Maraude prévue retirée',
  'planning.repeat': 'Semaine reconduite',
  'planning.target': 'Objectif d’un secteur',
  'besoins.log': 'Besoin sans réponse noté',
  'besoins.withdraw': 'Besoin sans réponse retiré du registre',
  'enregistres.keep': 'Rapport enregistré',
  'enregistres.change': 'Rapport enregistré changé',
  'enregistres.remove': 'Rapport enregistré retiré',
  'enregistres.subscribe': 'Envoi programmé d’un rapport',
  'enregistres.unsubscribe': 'Fin d’un envoi programmé',
  'envois.parti': 'Lien d’un rapport envoyé',
  'envois.echec': 'Lien d’un rapport non envoyé',
  'exports.demande': 'Demande d’un export de lignes',
  'exports.pret': 'Export de lignes écrit',
  'exports.echec': 'Export de lignes échoué',
  'exports.remis': 'Téléchargement d’un export de lignes',
  'maraudes.reopen': 'Réouverture d’une maraude validée',
  'maraudes.revise': 'Ouverture d’une maraude changée',
}

/** The French name of an action of the journal. */
export function libelleActionDuJournal(action: string): string {
  return libelles[action] ?? action
}

/** A cursor of the journal as a query string carries it: instant in ms, line id. */
export function writeJournalCursor({ le, id }: { le: Date; id: string }): string {
  return `${le.getTime()}.${id}`
}

/** The cursor in a query string; undefined when it is not one, which shows the first page. */
export function readJournalCursor(text: string | undefined): { le: Date; id: string } | undefined {
  const [, time, id] = /^(\d{1,14})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text ?? '') ?? []
  return time === undefined || id === undefined ? undefined : { le: new Date(Number(time)), id }
}
