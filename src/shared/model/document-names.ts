/**
 * Extensions of the files that the import reads, lower case and without the dot: dialogs offer them, and folders are searched for them. What a file is, the
 * import gate finds out from its bytes.
 */
export const documentExtensions = ['docx', 'docm', 'dotx', 'dotm', 'pptx', 'pptm', 'ppsx', 'ppsm', 'potx', 'pdf', 'html', 'htm', 'md', 'markdown', 'txt', 'png', 'jpg', 'jpeg', 'gif', 'webp', 'svg', 'bmp', 'tif', 'tiff'] as const

/** Formats that are read no further than to say what to do with them. */
const outdatedExtensions = ['doc', 'dot', 'wps', 'ppt', 'pps', 'rtf'] as const

/** Whether a file is named as a document is; a folder holds any number of others. */
export const hasDocumentName = (fileName: string): boolean => {
  const extension = /\.([^./\\]+)$/.exec(fileName)?.[1]?.toLowerCase()
  return [...documentExtensions, ...outdatedExtensions].some((known) => known === extension)
}

const presentationExtensions = ['pptx', 'pptm', 'ppsx', 'ppsm', 'potx', 'potm'] as const

/** What a dialog offers where a presentation is asked for. */
export const presentationKinds = presentationExtensions.map((extension) => `.${extension}`).join(',')

/** Whether a file is named as a presentation, old formats among them: their bytes decide, and a sentence says what to do with old ones. */
export const hasPresentationName = (fileName: string): boolean => /\.p(?:pt|ps|ot)[xm]?$/i.test(fileName)

/** The file that Office and LibreOffice put beside an open document. */
export const isLockFile = (name: string): boolean => name.startsWith('~$') || name.startsWith('.~lock')

/** Files and folders that lie about beside documents: hidden ones, lock files, and what systems keep in a folder. */
export const isLeftOver = (name: string): boolean => name.startsWith('.') || isLockFile(name) || /^(?:thumbs\.db|desktop\.ini|__macosx)$/i.test(name)
