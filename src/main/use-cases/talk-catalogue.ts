import { catalogueOf } from '../../shared/formats/catalogue'
import type { Catalogue } from '../../shared/formats/talk-formats'
import type { Library } from '../library/library'

/** What talks of a library can be built as and made for. */
export const talkCatalogue = (library: Library): Catalogue => catalogueOf(library.formats.list(), library.audiences.list())
