/** Media types of what is dragged on the desk, so that a file or a text from elsewhere is never taken for one of ours. */
export const MATERIAL_DRAG_TYPE = 'application/x-lectern-material'
export const BLOCK_DRAG_TYPE = 'application/x-lectern-block'
