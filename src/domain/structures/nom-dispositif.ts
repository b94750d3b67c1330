/** How a device is named out of its site: « Sleep-In · Urgence de nuit », said once when both bear the same name. */
export function nameDispositif(structure: string, nom: string): string {
  return structure === nom ? nom : `${structure} · ${nom}`
}
