-- What the line of the call was like (E-model): opinions in hundredths (100 to 450), losses in per mille, milliseconds.
-- Null where nothing was heard; the last two where the far end never reported.
alter table contact add column line_mean integer;
alter table contact add column line_worst integer;
alter table contact add column line_loss integer;
alter table contact add column line_loss_there integer;
alter table contact add column line_round_trip integer;
