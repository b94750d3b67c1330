import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { type Sealed, streamCsv } from './csv'

type Seal = (sealed: Sealed) => Promise<void>

async function download(records: Iterable<readonly string[]>, seal: Seal = async () => {}) {
  return Buffer.from(await new Response(streamCsv(records, seal)).arrayBuffer())
}

describe('un fichier CSV', () => {
  it('s’ouvre dans un tableur français : UTF-8 marqué, points-virgules, CRLF', async () => {
    const file = await download([
      ['Commune', 'Heures'],
      ['Épinay-sur-Seine', '1234,5'],
      [],
      ['a;b', 'dit « "oui" »'],
    ])
    expect(file.toString('utf8')).toBe(
      '\uFEFFCommune;Heures\r\nÉpinay-sur-Seine;1234,5\r\n\r\n"a;b";"dit « ""oui"" »"\r\n',
    )
  })

  it.each(['=1+1', '+33', '-1', '@SOMME(A1)', '\tx', '\r=1'])(
    'désarme ce qu’un tableur exécuterait : %j',
    async (cell) => {
      expect((await download([[cell]])).toString('utf8')).toMatch(/^\uFEFF"?'/)
    },
  )

  it('est scellé par l’empreinte des octets mêmes qui partent, avant les derniers', async () => {
    let sealed: Sealed | undefined
    const records = Array.from({ length: 5000 }, (_, line) => [String(line), 'Saint-Denis'])
    const file = await download(records, async (given) => {
      sealed = given
    })
    expect(sealed).toEqual({ empreinte: createHash('sha256').update(file).digest('hex'), lignes: 5000 })
  })

  it('n’arrive pas entier quand on n’a pas pu l’inscrire', async () => {
    await expect(download([['a']], () => Promise.reject(new Error('base arrêtée')))).rejects.toThrow(
      'base arrêtée',
    )
  })

  it('n’écrit pas plus qu’on ne lit', async () => {
    let written = 0
    const endless = function* () {
      while (true) {
        written++
        yield ['x'.repeat(100)]
      }
    }
    const reader = streamCsv(endless(), async () => {}).getReader()
    for (let chunk = 0; chunk < 5; chunk++) await reader.read()
    await reader.cancel()
    expect(written).toBeLessThan(20_000)
  })
})
