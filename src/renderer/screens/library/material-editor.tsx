import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { MaterialId } from '../../../shared/model/ids'
import { MaterialDraft, type Material } from '../../../shared/model/material'
import type { Source } from '../../../shared/model/source'
import type { DraftOf, KeptDraft, UnfinishedMaterial } from '../../../shared/model/material-draft'
import { useEngine } from '../../app/engine'
import { keys } from '../../app/queries'
import { useText } from '../../i18n/language'
import { showActionToast } from '../../parts/action-toast/show-action-toast'
import { messages as draftMessages } from './drafts/messages'
import type { Origin } from './body-form/quotation-form'
import { useDraftKeeping } from './drafts/use-draft-keeping'
import { libraryKeys } from './library-keys'
import { emptyDraft, MaterialForm } from './material-form'
import { messages } from './messages'
import { useMaterialDeeds } from './use-material-deeds'

type Done = (created: MaterialId | null) => void

/** The form over a stored material, or over a new one. It goes on with what was written and not saved the last time. */
export function MaterialEditor({ id, onDone }: { id: DraftOf; onDone: Done }) {
  const engine = useEngine()
  const stored = useQuery({ queryKey: keys.material(id), enabled: id !== 'new', queryFn: ({ signal }) => (id === 'new' ? null : engine.materials.get({ id }, { signal })) })
  // Read when the form opens and never from memory: what was kept since the last time counts.
  const kept = useQuery({ queryKey: libraryKeys.draft(id), queryFn: ({ signal }) => engine.drafts.get({ of: id }, { signal }), gcTime: 0, staleTime: Infinity })
  if (!kept.isSuccess || (id !== 'new' && !stored.data && !stored.isError)) return null
  // Of a material that was deleted, what was written goes on as a new one.
  const material = stored.data?.material ?? null
  return <KeptForm id={material?.id ?? 'new'} draftOf={id} original={material === null ? emptyDraft : MaterialDraft.parse(material)} updatedAt={material?.updatedAt ?? null} origin={originOf(stored.data)} kept={kept.data} onDone={onDone} />
}

type KeptFormProps = { id: DraftOf; draftOf: DraftOf; original: MaterialDraft; updatedAt: number | null; origin: Origin | null; kept: KeptDraft | null; onDone: Done }

const originOf = (stored: { readonly material: Material; readonly source: Source | null } | null | undefined): Origin | null =>
  !stored?.source ? null : { source: stored.source, locator: stored.material.provenance?.locator ?? '' }

function KeptForm({ id, draftOf, original, updatedAt, origin, kept, onDone }: KeptFormProps) {
  const text = useText(messages)
  const drafts = useText(draftMessages)
  const engine = useEngine()
  const client = useQueryClient()
  const { create, update } = useMaterialDeeds()
  // The form began from these, whatever is read anew while it stands.
  const [began] = useState({ original, updatedAt })
  const [restored, setRestored] = useState(kept !== null && JSON.stringify(kept.draft) !== JSON.stringify(original) ? kept : null)
  const keeping = useDraftKeeping(draftOf, restored?.basedOn ?? began.updatedAt)

  const done = async (created: MaterialId | null) => {
    await client.invalidateQueries({ queryKey: libraryKeys.drafts })
    onDone(created)
  }
  const saved = async (created: MaterialId | null) => {
    await keeping.drop()
    await done(created)
  }
  const save = (draft: MaterialDraft) => {
    if (id === 'new') create.mutate(draft, { onSuccess: (material) => void saved(material.id) })
    else update.mutate({ id, changes: draft }, { onSuccess: () => void saved(null) })
  }
  const close = async (unsaved: UnfinishedMaterial | null) => {
    await (unsaved ? keeping.flush() : keeping.drop())
    if (unsaved) showActionToast({ id: `kept-${draftOf}`, sentence: drafts.kept, action: null })
    await done(null)
  }
  const discard = async (unsaved: UnfinishedMaterial) => {
    await keeping.drop()
    const bringBack = async () => {
      await engine.drafts.keep({ of: draftOf, draft: unsaved, basedOn: began.updatedAt })
      await client.invalidateQueries({ queryKey: libraryKeys.drafts })
    }
    showActionToast({ id: `discarded-${draftOf}`, sentence: drafts.discarded, action: { label: drafts.bringBack, run: () => void bringBack() } })
    await done(null)
  }

  return (
    <MaterialForm
      key={restored ? 'restored' : 'afresh'}
      name={id === 'new' ? text.newMaterial : text.editTitle}
      original={began.original}
      initial={restored?.draft ?? began.original}
      restored={restored && { savedAt: restored.savedAt, isOutdated: restored.basedOn !== began.updatedAt, startAgain: () => void keeping.drop().then(() => setRestored(null)) }}
      origin={origin}
      saving={create.isPending || update.isPending}
      onChange={(draft) => keeping.keep(draft)}
      onSave={save}
      onClose={(unsaved) => void close(unsaved)}
      onDiscard={(unsaved) => void discard(unsaved)}
    />
  )
}
