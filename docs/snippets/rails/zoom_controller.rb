class ZoomController < ApplicationController
  before_action :authenticate_user!

  def signature
    key = ENV.fetch('ZOOM_MEETING_SDK_KEY')
    secret = ENV.fetch('ZOOM_MEETING_SDK_SECRET')
    number = params.require(:meetingNumber).to_s
    render json: { signature: sign_meeting(key, secret, number, 0) }
  end
end
