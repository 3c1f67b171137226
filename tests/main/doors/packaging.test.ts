import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'

type Config = { asarUnpack: string[]; npmRebuild: boolean; electronFuses: Record<string, boolean> }

describe('the packaging of the Electron app', () => {
  it('has a configuration that electron-builder accepts, with the native module outside the archive', async () => {
    const require = createRequire(import.meta.url)
    const builder = require('app-builder-lib/out/util/config/config') as { getConfig(folder: string, file: string, packageJson: null): Promise<Config>; validateConfiguration(config: Config, log: unknown): Promise<void> }
    const { DebugLogger } = require('builder-util') as { DebugLogger: new (enabled: boolean) => unknown }
    const config = await builder.getConfig(process.cwd(), 'electron-builder.yml', null)
    await expect(builder.validateConfiguration(config, new DebugLogger(false))).resolves.toBeUndefined()
    expect(config.asarUnpack).toContain('**/node_modules/better-sqlite3/**')
    expect(config.npmRebuild).toBe(false)
    expect(config.electronFuses).toMatchObject({ onlyLoadAppFromAsar: true, enableNodeOptionsEnvironmentVariable: false, grantFileProtocolExtraPrivileges: false })
  })
})
