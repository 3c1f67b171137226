import { pictureKind } from './pictures/picture-kind'

/** What a file is by its first bytes, whatever its name says. */
export type Sniffed = 'empty' | 'zip' | 'ole' | 'encrypted-ole' | 'old-word' | 'pdf' | 'rtf' | 'picture' | 'svg' | 'html' | 'text' | 'binary'

const startsWith = (bytes: Uint8Array, ...magic: readonly number[]) => magic.every((byte, at) => bytes[at] === byte)
const ascii = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))

/**
 * Does an OLE2 container hold a stream `EncryptedPackage` (MS-OFFCRYPTO 2.3.4.4)? Directory entries are 128 bytes, aligned, with the name in UTF-16 and its
 * length in bytes, terminator included, at offset 64 (MS-CFB 2.6.1); the directory may lie anywhere in the file, so every place is looked at.
 */
const holdsEncryptedPackage = (bytes: Uint8Array): boolean => {
  const name = 'EncryptedPackage'
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 512; at + 128 <= bytes.byteLength; at += 128) {
    if (view.getUint16(at + 64, true) !== (name.length + 1) * 2) continue
    if (Array.from(name).every((character, index) => view.getUint16(at + index * 2, true) === character.charCodeAt(0))) return true
  }
  return false
}

/** Word 1 and 2 for Windows and Word for DOS have no container; these are their `wIdent` words. */
const oldWord = [
  [0xdb, 0xa5],
  [0x9b, 0xa5],
  [0xdc, 0xa5],
  [0xfe, 0x37],
  [0x31, 0xbe],
] as const

/** Control characters that no text file holds; tab, line feed, form feed, carriage return, escape and the old DOS end-of-file are let through. */
const isControl = (byte: number) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 26 && byte !== 27

const isText = (bytes: Uint8Array): boolean => {
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) return true
  let controls = 0
  for (const byte of bytes) {
    if (byte === 0) return false
    if (isControl(byte)) controls += 1
  }
  return controls * 100 <= bytes.byteLength
}

/** @param bytes the whole file: encryption and binary content can show late. */
export const sniff = (bytes: Uint8Array): Sniffed => {
  if (bytes.byteLength === 0) return 'empty'
  if (startsWith(bytes, 0x50, 0x4b, 3, 4) || startsWith(bytes, 0x50, 0x4b, 5, 6)) return 'zip'
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return holdsEncryptedPackage(bytes) ? 'encrypted-ole' : 'ole'
  if (oldWord.some((magic) => startsWith(bytes, ...magic))) return 'old-word'
  // Readers of PDF accept the header anywhere in the first 1024 bytes (ISO 32000-1, annex H, note 13), but a text that speaks of PDF is a text.
  if (ascii(bytes, 0, 1024).trimStart().startsWith('%PDF-')) return 'pdf'
  if (ascii(bytes, 0, 5) === '{\\rtf') return 'rtf'
  const picture = pictureKind(bytes)
  if (picture !== null && picture !== 'svg') return 'picture'
  if (!isText(bytes)) return 'binary'
  if (picture === 'svg') return 'svg'
  const opening = ascii(bytes, 0, 1024).replace(/^\u00EF\u00BB\u00BF/, '')
  return /^\s*(?:<\?xml[^>]*>\s*)?(<!doctype html|<html[\s>])/i.test(opening) ? 'html' : 'text'
}
