import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { readDefinitionFile, writeDefinitionFile, type Definition } from '../../../../shared/formats/definition-file'
import { useEngine } from '../../../app/engine'
import { useFailure } from '../../../app/failure'
import { useUndoToast } from '../../../app/library-history'
import { addressOf, navigate } from '../../../app/router'
import { useLocalized, useText } from '../../../i18n/language'
import { catalogueKeys } from '../../../parts/catalogue/use-catalogue'
import { saveFile } from '../../../parts/save-file/save-file'
import { messages } from './messages'

/** What can be done with formats and audiences beyond editing one. */
export function useCatalogueDeeds() {
  const engine = useEngine()
  const client = useQueryClient()
  const fail = useFailure()
  const undoToast = useUndoToast()
  const localized = useLocalized()
  const text = useText(messages)

  /** Adds one of the user's own and goes to it. */
  const add = useCallback(
    (definition: Definition) => {
      const store = async () => {
        const { key } = definition.kind === 'format' ? await engine.formats.add(definition.definition) : await engine.audiences.add(definition.definition)
        await client.invalidateQueries({ queryKey: catalogueKeys[definition.kind === 'format' ? 'formats' : 'audiences'] })
        navigate(definition.kind === 'format' ? addressOf.formats(key) : addressOf.audiences(key))
      }
      store().catch(fail)
    },
    [engine, client, fail],
  )

  const copy = (definition: Definition) => {
    const { name } = definition.definition
    const copied = { 'zh-CN': messages['zh-CN'].copyOf(name['zh-CN']).slice(0, 60), en: messages.en.copyOf(name.en).slice(0, 60) }
    add(definition.kind === 'format' ? { kind: 'format', definition: { ...definition.definition, name: copied } } : { kind: 'audience', definition: { ...definition.definition, name: copied } })
  }

  const importFile = (file: File | null) => {
    if (file === null) return
    file
      .text()
      .then((words) => add(readDefinitionFile(words)))
      .catch(fail)
  }

  const exportFile = (definition: Definition) => {
    const name = localized(definition.definition.name).replaceAll(/[\\/:*?"<>|]/g, ' ')
    saveFile(`${name}.json`, new Blob([writeDefinitionFile(definition)], { type: 'application/json' })).catch(fail)
  }

  /** @param remove the call that deletes it */
  const remove = (name: string, remove: () => Promise<void>) => {
    const store = async () => {
      await remove()
      await client.invalidateQueries({ queryKey: ['talks'] })
      undoToast(text.removed(name))
    }
    store().catch(fail)
  }

  return { add, copy, importFile, exportFile, remove }
}
