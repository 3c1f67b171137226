/**
 * Hands a file to the user: the browser saves it, Electron asks where. The address is revoked once the browser has had time to read it.
 * @param content the file's bytes; its type is kept
 */
export function download(name: string, content: Blob): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
