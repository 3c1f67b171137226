import { readFileSync } from 'node:fs'

/** @param packageFile address of the package.json two folders above a built entry, in a checkout as in an installed app */
export function packageVersion(packageFile: URL): string {
  const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string }
  return version
}
