import type { Binary } from '../../../shared/contract/binary'

/** Hands bytes to the user as a file: a browser's download, which Electron turns into its save dialog. */
export async function saveFile(name: string, content: Binary): Promise<void> {
  const url = URL.createObjectURL(new Blob([await content.arrayBuffer()], { type: content.type || 'application/octet-stream' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The download has its own hold on the bytes once it has begun.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
