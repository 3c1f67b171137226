import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))

/**
 * Where a file or folder of a package lies that is looked up while reading: copied beside the built reader (`electron.vite.config.ts`, where each is listed),
 * else in the package itself.
 * @param name of the package.
 * @param path inside it.
 */
export const readerFile = (name: string, path: string): string => {
  // The bundler puts what is shared or loaded late into a folder below.
  const built = [join(here, 'reader-files', name, path), join(here, '../reader-files', name, path)].find((candidate) => existsSync(candidate))
  return built ?? join(packageFolder(name), path)
}

/** Found by a file that every package has: the entry of some is reserved for bundlers. */
const packageFolder = (name: string): string => {
  const paths = createRequire(import.meta.url).resolve.paths(name) ?? []
  const found = paths.map((folder) => join(folder, name)).find((folder) => existsSync(join(folder, 'package.json')))
  if (found === undefined) throw new Error(`the package ${name} is not installed`)
  return found
}
