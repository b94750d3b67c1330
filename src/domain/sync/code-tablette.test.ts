import { expect, it } from 'vitest'
import { codeFault } from './code-tablette'

it.each(['12345', '1234567', 'abcdef', '123456', '654321', '000000', '121212', '407407'])(
  'le code %s est refusé, avec sa raison',
  (code) => {
    expect(codeFault(code)).toMatch(/\.$/)
  },
)

it.each(['407192', '112233', '135792'])('le code %s peut être choisi', (code) => {
  expect(codeFault(code)).toBeNull()
})
