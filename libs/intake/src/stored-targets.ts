/** A stored complaint and its targets, as the verbs that go on with them read them. */
export const complaintColumns = `id, number, organization_id as "organizationId", state, document, deficiencies,
  target_count as "targetCount"`;

export const targetColumns = `id, index, ordinal, raw, url, host, platform_id as "platformId", content_type as "contentType",
  content_id as "contentId", part, account_ref as "accountRef", access_code as "accessCode",
  canonical_key as "canonicalKey", matched_by as "matchedBy", work_ref as "workRef", "right", description, account,
  outcome, code, detail, notice_id as "noticeId", item_id as "itemId"`;
