-- A clip that shows the task, and the file of its captions: played only when somebody presses, read beside the text.
alter table help.topic add column clip_file_id bigint, add column captions_file_id bigint,
  add constraint topic_captions_of_a_clip check (captions_file_id is null or clip_file_id is not null);
