alter table cash_movement add column sent_by text, add column approval_missing text;
alter table till_session add column closing_sent_by text, add column approval_missing text;

comment on column cash_movement.sent_by is 'whose token brought it; moved_by stood at the till';
comment on column cash_movement.approval_missing is 'what the policy asked for and nobody approved, in words';
comment on column till_session.closing_sent_by is 'whose token brought the closing; closed_by stood at the till';
comment on column till_session.approval_missing is 'what the policy asked for and nobody approved, in words';
create index cash_movement_not_approved on cash_movement (recorded_at) where approval_missing is not null;
