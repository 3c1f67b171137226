/** The last part of a path of any system: `D:\\宣讲包` → `宣讲包`; the top of a disk is its own name. */
export const folderName = (path: string): string => /[^/\\]+(?=[/\\]*$)/.exec(path)?.[0] ?? path
