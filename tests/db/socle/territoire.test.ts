import { describe, expect, it } from 'vitest'
import { articles } from '@/domain/maraudes/articles'
import { communes } from '@/domain/territoire/communes'
import { owner } from '../support/connections'

describe('la base', () => {
  it('connaît le même territoire que le domaine', async () => {
    const { rows } = await owner.query('SELECT * FROM communes ORDER BY code')
    expect(rows).toEqual(communes)
    expect(rows).toHaveLength(59)
  })

  it('connaît le même catalogue de matériel que le domaine', async () => {
    const { rows } = await owner.query(`
      SELECT code, libelle, groupe, unite,
             (SELECT json_object_agg(article_code, quantite) FROM kit_contenus WHERE kit_code = code) AS contenu
      FROM articles ORDER BY ordre`)
    expect(rows).toEqual(articles.map((article) => ({ contenu: null, ...article })))
  })
})
