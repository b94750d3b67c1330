/** Build step: React Aria ships its words in thirty-four languages; only French leaves the server (and English, its own fallback). */
module.exports = function frenchOnly(source) {
  return /[\\/](fr-FR|en-US)\.mjs$/.test(this.resourcePath) ? source : 'export default {}'
}
