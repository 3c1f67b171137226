import { assert, property, string } from 'fast-check'
import { SaxesParser } from 'saxes'
import { expect, it } from 'vitest'
import { el, fragment, text, withoutForbidden, xmlDocument } from '../../../src/main/writers/xml'

/** Text and attribute of the one element of a document, as a strict parser reads them. */
const parsed = (xml: string): { text: string; attribute: string | undefined } => {
  const parser = new SaxesParser()
  const found: { text: string; attribute: string | undefined } = { text: '', attribute: undefined }
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ attributes }) => Object.assign(found, { attribute: attributes['a'], text: '' }))
  parser.on('text', (value) => (found.text += value))
  parser.write(xml).close()
  return found
}

it('gives back any text and attribute through a strict parser, but for what XML cannot carry', () => {
  assert(
    property(string({ unit: 'binary' }), (value) => {
      const carried = withoutForbidden(value)
      expect(parsed(xmlDocument(el('e', { a: value }, text(value))))).toEqual({ text: carried, attribute: carried })
    }),
  )
})

it('drops control characters, lone surrogates and noncharacters, and keeps astral Han', () => {
  expect(withoutForbidden('a\u0000\u000b\u001f\ud800b\udc00\ufffe\uffff𠮷\t\n')).toBe('ab𠮷\t\n')
})

it('closes an element without content in its start tag', () => {
  expect(el('a:br')).toBe('<a:br/>')
})

it('writes booleans as 1 and 0 and leaves out what is undefined', () => {
  expect(el('p', { on: true, off: false, none: undefined, n: 3 })).toBe('<p on="1" off="0" n="3"/>')
})

it('takes nested lists of children and skips absent ones', () => {
  expect(el('p', {}, [el('a'), [null, el('b')]], false, undefined, fragment(el('c'), text('&')))).toBe('<p><a/><b/><c/>&amp;</p>')
})
