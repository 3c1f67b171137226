import { ActionIcon, Button, EmptyState, Group, Text, Title, VisuallyHidden } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { MaterialFilter, MaterialOrder } from '../../../shared/contract/library'
import { MaterialId } from '../../../shared/model/ids'
import type { DraftOf } from '../../../shared/model/material-draft'
import { useEngine } from '../../app/engine'
import { addressOf, navigate } from '../../app/router'
import { isComposing, isInTextField } from '../../app/typing'
import { useFormats, useText } from '../../i18n/language'
import { SearchField } from '../../parts/search-field/search-field'
import { useMaterialSearch } from '../../parts/search-field/use-material-search'
import { WelcomePicture } from '../welcome/welcome-picture'
import { useImport } from '../import/import-session'
import { FilterPanel } from './filter-panel'
import { isFiltering, noFilter } from './finding/filters'
import { messages as findingMessages } from './finding/messages'
import type { Question } from './finding/saved-searches'
import { SearchNameDialog } from './finding/search-name-dialog'
import { SortMenu } from './finding/sort-menu'
import styles from './library.module.css'
import { ListDeeds } from './list-deeds'
import { neighbourOf, nothingSelected, selectOne, type ListSelection } from './list-selection'
import { MaterialEditor } from './material-editor'
import { MaterialList } from './material-list'
import { messages } from './messages'
import { ReadingPane } from './reading-pane'
import { useDeed } from './use-deed'
import { useMaterialDeeds } from './use-material-deeds'

/**
 * Filters, what was found, and the one that is read. The address holds which one that is.
 * @param chosenId the material of the address `#/library/<id>`
 */
export function LibraryScreen({ chosenId }: { chosenId: string | null }) {
  const text = useText(messages)
  const finding = useText(findingMessages)
  const formats = useFormats()
  const engine = useEngine()
  const deed = useDeed()
  const { choose } = useImport()
  const { remove } = useMaterialDeeds()
  const [query, setQuery] = useState('')
  const [filter, setFilter] = useState(noFilter)
  const [order, setOrder] = useState<MaterialOrder>('relevance')
  const [isNaming, setNaming] = useState(false)
  const [selection, setSelection] = useState<ListSelection<MaterialId>>(nothingSelected)
  const [editing, setEditing] = useState<DraftOf | null>(null)
  const isWide = useMediaQuery('(min-width: 68rem)', true, { getInitialValueInEffect: false })
  const [showsFilters, setShowsFilters] = useState<boolean | null>(null)
  const search = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)

  // A key asks at once; what is on the screen stays as it is, undrawn, until the answer comes. So what is handed down must not change with the words.
  const wanted = query.trim()
  const { hits, total, approximate, isSuccess, hasNextPage, fetchNextPage, isFetchingNextPage } = useMaterialSearch(wanted, filter, { order })
  const filtersShown = showsFilters ?? isWide
  const chosen = MaterialId.safeParse(chosenId).data ?? null

  // A material opened from elsewhere (search, a link) becomes the row where the keyboard stands.
  if (chosen !== null && selection.active !== chosen && selection.ids.size <= 1) setSelection(selectOne(chosen))

  const chooseMaterials = useCallback(
    (next: ListSelection<MaterialId>) => {
      setSelection(next)
      if (next.active !== null && next.active !== chosen) navigate(addressOf.library(next.active), true)
    },
    [chosen],
  )
  // What is no longer listed must not be deleted by a key: several chosen rows are let go when the question changes.
  const letGo = useCallback(() => setSelection((before) => (before.ids.size > 1 ? (before.active === null ? nothingSelected : selectOne(before.active)) : before)), [])
  const narrow = useCallback(
    (next: MaterialFilter) => {
      setFilter(next)
      letGo()
    },
    [letGo],
  )
  const arrange = useCallback(
    (next: MaterialOrder) => {
      setOrder(next)
      letGo()
    },
    [letGo],
  )
  const question: Question = { text: wanted, filter, order }
  const [asked, setAsked] = useState(0)
  const ask = (saved: Question) => {
    setQuery(saved.text)
    setFilter(saved.filter)
    setOrder(saved.order)
    setAsked(asked + 1)
    letGo()
  }
  const more = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage()
  }, [fetchNextPage, isFetchingNextPage])

  const listed = useRef(hits)
  useEffect(() => {
    listed.current = hits
  }, [hits])
  const { mutate: removeMaterials } = remove
  const removeSelected = useCallback(() => {
    const removed = selection.ids.size > 0 ? selection.ids : new Set(chosen === null ? [] : [chosen])
    if (removed.size === 0) return
    const next = neighbourOf(
      removed,
      listed.current.map(({ id }) => id),
    )
    removeMaterials([...removed], {
      onSuccess: () => {
        setSelection(next === null ? nothingSelected : selectOne(next))
        navigate(addressOf.library(next ?? undefined), true)
        list.current?.focus()
      },
    })
  }, [selection, chosen, removeMaterials])
  const { active } = selection
  const openActive = useCallback(() => {
    if (active !== null) setEditing(active)
  }, [active])
  const create = useCallback(() => setEditing('new'), [])
  const keepSearch = useCallback(() => setNaming(true), [])
  const goBack = useCallback(() => {
    setSelection(nothingSelected)
    navigate(addressOf.library(), true)
  }, [])

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || isComposing(event) || isInTextField(event.target) || event.ctrlKey || event.metaKey) return
      event.preventDefault()
      search.current?.focus()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])

  const isNarrowed = wanted !== '' || isFiltering(filter)
  return (
    <div className={styles.library} data-filters={filtersShown || undefined} data-chosen={chosen !== null || undefined}>
      <VisuallyHidden>
        <Title order={1}>{text.list}</Title>
      </VisuallyHidden>
      {filtersShown && <FilterPanel question={question} onAsk={ask} onChange={narrow} />}
      <section className={styles.found} aria-label={text.list}>
        <div className={styles.tools}>
          <Group gap="xs" wrap="nowrap">
            <ActionIcon
              variant={isFiltering(filter) && !filtersShown ? 'light' : 'subtle'}
              color={isFiltering(filter) && !filtersShown ? undefined : 'gray'}
              size={36}
              aria-label={filtersShown ? text.hideFilters : text.showFilters}
              aria-expanded={filtersShown}
              onClick={() => setShowsFilters(!filtersShown)}
            >
              <IconAdjustmentsHorizontal size={18} />
            </ActionIcon>
            <SearchField
              key={asked} // the field owns its text: a saved search begins it anew
              ref={search}
              flex={1}
              initial={query}
              aria-label={text.search}
              aria-keyshortcuts="/"
              placeholder={text.searchPlaceholder}
              clearName={text.clearSearch}
              onQuery={(words) => {
                setQuery(words)
                letGo()
              }}
              onKeyDown={(event) => {
                if (event.key !== 'ArrowDown' || isComposing(event)) return
                event.preventDefault()
                const [first] = hits
                if (first) chooseMaterials(selectOne(first.id))
                list.current?.focus()
              }}
            />
            <SortMenu order={order} onChange={arrange} />
          </Group>
          <Group justify="space-between" gap="xs" wrap="nowrap">
            <Text size="xs" c="dimmed" role="status" truncate title={approximate ? text.aboutHint : undefined}>
              {selection.ids.size > 1 ? text.selected(selection.ids.size) : isSuccess && (approximate ? text.about(formats.number(total)) : text.total(formats.number(total)))}
            </Text>
            <ListDeeds onKeep={isNarrowed ? keepSearch : null} onCreate={create} onResume={setEditing} onImport={choose} />
          </Group>
        </div>
        {isSuccess && total === 0 ? (
          <EmptyState
            p="xl"
            icon={isNarrowed ? undefined : <WelcomePicture />}
            title={isNarrowed ? text.nothingFound : text.noMaterials}
            description={isNarrowed ? text.nothingFoundHint : text.noMaterialsHint}
          >
            {isFiltering(filter) && (
              <Button variant="default" onClick={() => narrow(noFilter)}>
                {text.clearFilters}
              </Button>
            )}
            {!isNarrowed && <Button onClick={choose}>{text.importFiles}</Button>}
          </EmptyState>
        ) : (
          <MaterialList
            list={list}
            hits={hits}
            total={approximate ? null : total}
            hasMore={hasNextPage}
            selection={selection}
            onSelect={chooseMaterials}
            onOpen={openActive}
            onRemove={removeSelected}
            onMore={more}
          />
        )}
      </section>
      <ReadingPane key={chosen} chosen={chosen} selected={selection.ids} onBack={goBack} onEdit={setEditing} onRemove={removeSelected} />
      {isNaming && (
        <SearchNameDialog
          title={finding.saveSearch}
          initial={question.text}
          onClose={() => setNaming(false)}
          onSave={(name) => {
            setNaming(false)
            void deed(() => engine.finding.saveSearch({ ...question, name }), () => finding.saved(name))
          }}
        />
      )}
      {editing !== null && (
        <MaterialEditor
          id={editing}
          onDone={(created) => {
            setEditing(null)
            if (created !== null) chooseMaterials(selectOne(created))
          }}
        />
      )}
    </div>
  )
}
