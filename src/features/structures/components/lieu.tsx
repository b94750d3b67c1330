import type { ResumeStructure } from '@/domain/structures/resume'

const departements: Readonly<Record<string, string>> = { '75': 'Paris', '93': 'Seine-Saint-Denis' }

/** The commune, or the department when it is not known or not told. */
export function Lieu({ structure }: { structure: ResumeStructure }) {
  const { commune, departement, confidentiel } = structure
  const doubt = confidentiel ? 'adresse confidentielle' : commune === null && 'commune à vérifier'
  return (
    <>
      {commune ?? departements[departement]}
      {doubt !== false && <span className="block text-sm text-soft">{doubt}</span>}
    </>
  )
}
